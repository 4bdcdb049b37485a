package org.shouyue.server.bulletin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.work.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads Common Security Advisory Framework 2.0 documents (OASIS CSAF 2.0, JSON). All
/// vulnerabilities of a document make one bulletin, as they are fixed together.
final class CsafReading {
  private static final int MOST_PRODUCTS = 2_000;
  private static final Map<String, Standing> STANDINGS = standings();

  private final String at;
  private final JsonNode document;
  private final List<ReadItem.Refused> wrong = new ArrayList<>();

  private CsafReading(String at, JsonNode document) {
    this.at = at;
    this.document = document;
  }

  private static Map<String, Standing> standings() {
    Map<String, Standing> standings = new LinkedHashMap<>();
    standings.put("known_affected", Standing.AFFECTED);
    standings.put("first_affected", Standing.AFFECTED);
    standings.put("last_affected", Standing.AFFECTED);
    standings.put("under_investigation", Standing.INVESTIGATED);
    standings.put("fixed", Standing.FIXED);
    standings.put("first_fixed", Standing.FIXED);
    standings.put("recommended", Standing.FIXED);
    standings.put("known_not_affected", Standing.NOT_AFFECTED);
    return standings;
  }

  /// The documents of a file, each judged by itself.
  static List<ReadItem> read(byte[] content) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(content);
    } catch (JacksonException broken) {
      var location = broken.getLocation();
      String where =
          location == null
              ? "文件"
              : "第 %d 行第 %d 列".formatted(location.getLineNr(), location.getColumnNr());
      return List.of(new ReadItem.Refused(where, "json", "JSON 语法错误，文件可能没有下载完整，请重新下载"));
    }
    if (!root.isArray()) {
      return new CsafReading("", root).items();
    }
    List<ReadItem> items = new ArrayList<>();
    for (int n = 0; n < root.size(); n++) {
      items.addAll(new CsafReading("/" + n, root.get(n)).items());
    }
    return items;
  }

  private List<ReadItem> items() {
    String version = text("/document/csaf_version", "CSAF 版本，应为 2.0");
    if (!version.isEmpty() && !version.equals("2.0")) {
      refuse("/document/csaf_version", "只支持 CSAF 2.0，文件是 " + version + "；请下载 2.0 版");
    }
    String title = text("/document/title", "通告标题");
    String publisher = text("/document/publisher/name", "发布者名称");
    String id = text("/document/tracking/id", "通告编号");
    String revision = text("/document/tracking/version", "通告版本");
    CsafProducts tree = CsafProducts.read(document.path("product_tree"));
    List<AffectedProduct> products = products(tree);
    if (!wrong.isEmpty()) {
      return List.copyOf(wrong);
    }
    String namespace = document.at("/document/publisher/namespace").asString("");
    String key = "csaf:" + (namespace.isEmpty() ? publisher : namespace) + "/" + id;
    return List.of(
        new ReadItem.Good(
            key,
            revision,
            new Advisory(
                shortened(title, 300),
                severity().code(),
                shortened(notes(), 20_000),
                cves(),
                products,
                shortened(remediations(Set.of("vendor_fix"), tree), 20_000),
                shortened(remediations(Set.of("workaround", "mitigation"), tree), 20_000),
                publisher,
                references(),
                issued())));
  }

  private String text(String path, String what) {
    JsonNode node = document.at(path);
    String text = node.isString() ? node.asString().strip() : "";
    if (text.isEmpty()) {
      refuse(path, "缺少%s，请向发布者索取完整的 CSAF 文件，或手工录入这份通告".formatted(what));
    }
    return text;
  }

  private void refuse(String path, String remedy) {
    wrong.add(new ReadItem.Refused(at + path, path.substring(path.lastIndexOf('/') + 1), remedy));
  }

  /// What all vulnerabilities together say of each product; the worst counts.
  private List<AffectedProduct> products(CsafProducts tree) {
    Map<String, Standing> worst = new LinkedHashMap<>();
    int n = 0;
    for (JsonNode vulnerability : document.path("vulnerabilities")) {
      String path = "/vulnerabilities/" + n++ + "/product_status";
      JsonNode status = vulnerability.path("product_status");
      STANDINGS.forEach((group, standing) -> {
        int m = 0;
        for (JsonNode id : status.path(group)) {
          String name = id.asString("");
          if (tree.find(name) == null) {
            refuse(
                path + "/" + group + "/" + m,
                "产品编号“%s”在 product_tree 中没有定义，请核对文件是否完整".formatted(name));
          }
          worst.merge(name, standing, (one, other) -> one.compareTo(other) < 0 ? one : other);
          m++;
        }
      });
    }
    if (worst.size() > MOST_PRODUCTS) {
      refuse("/product_tree", "产品超过 %d 个，请按产品线拆分文件".formatted(MOST_PRODUCTS));
    }
    Set<AffectedProduct> products = new LinkedHashSet<>();
    worst.forEach((id, standing) -> {
      AffectedProduct product = tree.find(id);
      if (product != null) {
        products.add(
            new AffectedProduct(
                product.vendor(), product.name(), product.cpe(), standing, product.versions()));
      }
    });
    return List.copyOf(products);
  }

  /// The worst score of all vulnerabilities; else what the document says as a whole; else medium.
  private Severity severity() {
    Severity worst = null;
    for (JsonNode vulnerability : document.path("vulnerabilities")) {
      for (JsonNode score : vulnerability.path("scores")) {
        for (String cvss : List.of("cvss_v4", "cvss_v3", "cvss_v2")) {
          Severity one = scored(score.path(cvss));
          worst = one != null && (worst == null || one.atLeast(worst)) ? one : worst;
        }
      }
    }
    Severity whole = Gravity.named(document.at("/document/aggregate_severity/text").asString(""));
    Severity either = worst == null ? whole : worst;
    return either == null ? Severity.MEDIUM : either;
  }

  private static @Nullable Severity scored(JsonNode cvss) {
    Severity named = Gravity.named(cvss.path("baseSeverity").asString(""));
    return named != null || !cvss.path("baseScore").isNumber()
        ? named
        : Gravity.scored(cvss.path("baseScore").asDouble());
  }

  private String notes() {
    List<String> texts = new ArrayList<>();
    notes(document.at("/document/notes"), texts);
    for (JsonNode vulnerability : document.path("vulnerabilities")) {
      String name = vulnerability.path("cve").asString(vulnerability.path("title").asString(""));
      List<String> own = new ArrayList<>();
      notes(vulnerability.path("notes"), own);
      if (!own.isEmpty()) {
        texts.add((name.isEmpty() ? "" : name + "：") + String.join("\n", own));
      }
    }
    return texts.stream().distinct().collect(Collectors.joining("\n\n"));
  }

  private static void notes(JsonNode notes, List<String> texts) {
    for (JsonNode note : notes) {
      boolean telling =
          Set.of("summary", "description", "details", "general")
              .contains(note.path("category").asString(""));
      String text = note.path("text").asString("").strip();
      if (telling && !text.isEmpty()) {
        texts.add(text);
      }
    }
  }

  private List<String> cves() {
    Set<String> cves = new LinkedHashSet<>();
    for (JsonNode vulnerability : document.path("vulnerabilities")) {
      String cve = vulnerability.path("cve").asString("").strip().toUpperCase(Locale.ROOT);
      if (cve.matches("CVE-\\d{4}-\\d{4,19}")) {
        cves.add(cve);
      }
    }
    return List.copyOf(cves);
  }

  private String remediations(Set<String> categories, CsafProducts tree) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    for (JsonNode vulnerability : document.path("vulnerabilities")) {
      for (JsonNode remedy : vulnerability.path("remediations")) {
        String details = remedy.path("details").asString("").strip();
        if (categories.contains(remedy.path("category").asString("")) && !details.isEmpty()) {
          String url = remedy.path("url").asString("").strip();
          Set<String> products =
              texts.computeIfAbsent(
                  url.isEmpty() ? details : details + "\n" + url, _ -> new LinkedHashSet<>());
          for (JsonNode id : remedy.path("product_ids")) {
            AffectedProduct product = tree.find(id.asString(""));
            if (product != null) {
              products.add(product.title());
            }
          }
        }
      }
    }
    return texts.entrySet().stream()
        .map(entry ->
            entry.getValue().isEmpty() || texts.size() == 1
                ? entry.getKey()
                : String.join("、", entry.getValue()) + "：" + entry.getKey())
        .collect(Collectors.joining("\n\n"));
  }

  private List<String> references() {
    Set<String> urls = new LinkedHashSet<>();
    references(document.at("/document/references"), urls);
    for (JsonNode vulnerability : document.path("vulnerabilities")) {
      references(vulnerability.path("references"), urls);
    }
    return List.copyOf(urls);
  }

  private static void references(JsonNode references, Set<String> urls) {
    for (JsonNode reference : references) {
      String url = reference.path("url").asString("").strip();
      if (url.matches("(?i)https?://\\S{1,2000}")) {
        urls.add(url);
      }
    }
  }

  private @Nullable Instant issued() {
    String date = document.at("/document/tracking/current_release_date").asString("");
    try {
      return date.isEmpty() ? null : OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
