package org.shouyue.contract.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A typed value found in a normalised text, from `start` (included) to `end` (excluded).
public sealed interface Token {

  int start();

  int end();

  /// An amount of money in yuan.
  ///
  /// @param inWords true when written in bookkeeping numerals (大写)
  record Money(BigDecimal amount, boolean inWords, int start, int end) implements Token {}

  /// A share as a fraction: 5 % is 0.05.
  record Share(BigDecimal fraction, int start, int end) implements Token {}

  /// A length of time.
  ///
  /// @param working true for working days
  record Span(BigDecimal amount, Unit unit, boolean working, int start, int end) implements Token {}

  /// A day, month or year by the calendar; parts that are not written are null.
  ///
  /// @param monthEnd true for 月底 and 月末
  record Day(
      @Nullable Integer year,
      @Nullable Integer month,
      @Nullable Integer day,
      boolean monthEnd,
      int start,
      int end)
      implements Token {

    /// The last day that this names, null when the year or month is missing or no such day exists.
    public @Nullable LocalDate lastDay() {
      if (year == null) {
        return null;
      }
      try {
        if (month == null) {
          return LocalDate.of(year, 12, 31);
        }
        return day == null
            ? YearMonth.of(year, month).atEndOfMonth()
            : LocalDate.of(year, month, day);
      } catch (DateTimeException noSuchDay) {
        return null;
      }
    }

    /// Whether year, month and day are all written and such a day exists.
    public boolean isExact() {
      return day != null && lastDay() != null;
    }
  }

  /// How many times: 两次.
  record Count(int times, int start, int end) implements Token {}

  /// Round the clock (7×24) or in office hours (5×8).
  record Service(boolean roundTheClock, int start, int end) implements Token {}

  /// A place left open.
  record Blank(Kind kind, int start, int end) implements Token {

    /// What belongs there.
    public enum Kind {
      DATE,
      MONEY,
      ANYTHING
    }
  }
}
