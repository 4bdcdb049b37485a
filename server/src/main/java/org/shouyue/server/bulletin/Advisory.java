package org.shouyue.server.bulletin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.work.Severity;

/// What a bulletin says.
///
/// @param cves in the form `CVE-2026-12345`
/// @param advice the fix
/// @param workaround what helps until it is fixed; empty for nothing
/// @param source who published it
/// @param references addresses where more is to be read
/// @param issuedAt when its source published it; null when that is not known
record Advisory(
    String title,
    String severity,
    String summary,
    List<String> cves,
    List<AffectedProduct> products,
    String advice,
    String workaround,
    String source,
    List<String> references,
    @Nullable Instant issuedAt) {
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");
  private static final Pattern REFERENCE = Pattern.compile("(?i)https?://\\S{1,2000}");
  private static final int LONGEST = 20_000;

  Advisory {
    summary = Objects.requireNonNullElse(summary, "");
    advice = Objects.requireNonNullElse(advice, "");
    workaround = Objects.requireNonNullElse(workaround, "");
    source = Objects.requireNonNullElse(source, "");
    cves =
        cves == null
            ? List.of()
            : cves.stream().map(cve -> cve.strip().toUpperCase(Locale.ROOT)).distinct().toList();
    products = products == null ? List.of() : List.copyOf(products);
    references = references == null ? List.of() : List.copyOf(references);
  }

  Severity grade() {
    return Severity.of(severity);
  }

  /// Refuses what a person entered wrongly, field by field.
  void check() {
    Checks checks =
        new Checks()
            .text("title", title, 300)
            .that(isSeverity(severity), "severity", "must be critical, high, medium, low or info")
            .that(summary.length() <= LONGEST, "summary", "must not be longer than " + LONGEST)
            .that(advice.length() <= LONGEST, "advice", "must not be longer than " + LONGEST)
            .that(
                workaround.length() <= LONGEST, "workaround", "must not be longer than " + LONGEST)
            .that(products.size() <= 2_000, "products", "must not hold more than 2000");
    for (int n = 0; n < cves.size(); n++) {
      checks.that(
          CVE.matcher(cves.get(n)).matches(), "cves[" + n + "]", "must be as CVE-2026-12345");
    }
    for (int n = 0; n < references.size(); n++) {
      checks.that(
          REFERENCE.matcher(references.get(n)).matches(),
          "references[" + n + "]",
          "must begin with https://");
    }
    for (int n = 0; n < products.size(); n++) {
      AffectedProduct product = products.get(n);
      String at = "products[" + n + "].";
      checks
          .text(at + "name", product.name(), 300)
          .present(at + "standing", product.standing())
          .that(
              product.versions().isEmpty() || VersionRange.parse(product.versions()) != null,
              at + "versions",
              "版本范围读不懂，请写成 <9.0.31、>=8.5,<8.5.51、1.0 至 2.3 或 1.2.3");
    }
    checks.done();
  }

  private static boolean isSeverity(@Nullable String code) {
    for (Severity one : Severity.values()) {
      if (one.code().equals(code)) {
        return true;
      }
    }
    return false;
  }
}
