package org.shouyue.contract.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// Units of time that contracts count in.
public enum Unit {
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  /// So many of these as a period of whole days, months or years; null for hours and minutes, and
  /// for fractions that do not come out even. Half a year is six months, half a month fifteen days.
  public @Nullable Period period(BigDecimal amount) {
    BigDecimal whole = amount;
    Unit unit = this;
    if (!isWhole(amount)) {
      if (this == YEAR || this == QUARTER) {
        whole = amount.multiply(BigDecimal.valueOf(this == YEAR ? 12 : 3));
        unit = MONTH;
      } else if (this == MONTH) {
        whole = amount.multiply(BigDecimal.valueOf(30));
        unit = DAY;
      }
    }
    if (!isWhole(whole) || whole.signum() <= 0 || whole.compareTo(BigDecimal.valueOf(9999)) > 0) {
      return null;
    }
    int count = whole.intValue();
    return switch (unit) {
      case MINUTE, HOUR -> null;
      case DAY -> Period.ofDays(count);
      case WEEK -> Period.ofWeeks(count);
      case MONTH -> Period.ofMonths(count);
      case QUARTER -> Period.ofMonths(3 * count);
      case YEAR -> Period.ofYears(count);
    };
  }

  /// So many of these as a duration; null for months and longer.
  public @Nullable Duration duration(BigDecimal amount) {
    long minutes =
        switch (this) {
          case MINUTE -> 1;
          case HOUR -> 60;
          case DAY -> 24 * 60;
          case WEEK -> 7 * 24 * 60;
          case MONTH, QUARTER, YEAR -> 0;
        };
    BigDecimal total = amount.multiply(BigDecimal.valueOf(minutes));
    return minutes == 0 || total.compareTo(BigDecimal.valueOf(10_000_000)) > 0
        ? null
        : Duration.ofMinutes(total.longValue());
  }

  private static boolean isWhole(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= 0;
  }
}
