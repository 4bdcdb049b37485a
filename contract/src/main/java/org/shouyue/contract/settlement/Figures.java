package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// Writes figures the way every line of a settlement shows them.
final class Figures {

  private Figures() {}

  /// Rounds half up to cents. Done once, at the end of a line.
  static BigDecimal cents(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }

  /// `1,495,000.00`
  static String money(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", cents(amount));
  }

  /// `0.0005`, without trailing zeros
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /// `3 days late`
  static String daysLate(long days) {
    return days + (days == 1 ? " day late" : " days late");
  }

  /// `50 h 30 min`
  static String hours(Duration time) {
    return time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  /// `50 小时 30 分`
  static String hoursChinese(Duration time) {
    return time.toHours() + " 小时 " + time.toMinutesPart() + " 分";
  }
}
