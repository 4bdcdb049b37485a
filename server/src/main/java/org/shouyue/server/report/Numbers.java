package org.shouyue.server.report;

import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;

/// The numbers that reports carry: the contract's own number, the kind, the period, and which
/// drawing-up it is.
public final class Numbers {
  private static final int SHORT = 8;

  /// Months and quarters; anything finer could be taken for the number of a second drawing-up.
  private static final Pattern PERIOD = Pattern.compile("\\d{4}-(\\d{2}|Q[1-4])");

  private Numbers() {}

  static String periodic(Agreement agreement, Dossier.Kind kind, String period) {
    return "%s-%s-%s".formatted(PaperKind.of(kind.code()).prefix(), contract(agreement), period);
  }

  /// The number of an acceptance package.
  ///
  /// @param earlier how many the contract has already
  public static String acceptance(Agreement agreement, int earlier) {
    return "YS-%s-%02d".formatted(contract(agreement), earlier + 1);
  }

  /// The number of a paper.
  ///
  /// @param agreement null when the paper belongs to no contract: its client stands in
  static String paper(Paper paper, @Nullable Agreement agreement, YearMonth issued) {
    String period = PERIOD.matcher(paper.period()).matches() ? paper.period() : issued.toString();
    String owner = agreement == null ? shortened(paper.clientId()) : contract(agreement);
    return "%s-%s-%s".formatted(PaperKind.of(paper.kind()).prefix(), owner, period);
  }

  /// The same number for the second and further papers that would bear it.
  static String again(String number, int earlier) {
    return earlier == 0 ? number : number + "-" + (earlier + 1);
  }

  private static String contract(Agreement agreement) {
    String number = agreement.contract().number();
    return number == null ? shortened(agreement.id()) : number;
  }

  private static String shortened(UUID id) {
    return id.toString().substring(0, SHORT).toUpperCase(Locale.ROOT);
  }
}
