package org.shouyue.server.report;

import java.time.YearMonth;
import java.util.Locale;
import org.shouyue.server.agreement.Agreement;

/// The numbers that reports carry: the contract's own number, the kind, the period, and which
/// drawing-up it is.
public final class Numbers {
  private static final int SHORT = 8;

  private Numbers() {}

  static String monthly(Agreement agreement, YearMonth month, int earlier) {
    return "YB-" + contract(agreement) + "-" + month + again(earlier);
  }

  /// The number of an acceptance package.
  ///
  /// @param earlier how many the contract has already
  public static String acceptance(Agreement agreement, int earlier) {
    return "YS-%s-%02d".formatted(contract(agreement), earlier + 1);
  }

  private static String again(int earlier) {
    return earlier == 0 ? "" : "-" + (earlier + 1);
  }

  private static String contract(Agreement agreement) {
    String number = agreement.contract().number();
    return number == null
        ? agreement.id().toString().substring(0, SHORT).toUpperCase(Locale.ROOT)
        : number;
  }
}
