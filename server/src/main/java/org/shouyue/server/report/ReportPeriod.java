package org.shouyue.server.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/// A span of days by which a report is known: `2026-03`, `2026-Q1`, `2026-W10`, `2026`.
///
/// @param from first day
/// @param to last day, included
record ReportPeriod(String label, LocalDate from, LocalDate to) {

  /// The month, quarter or year of this label.
  ///
  /// @return null when it is none
  static @Nullable ReportPeriod parse(String label) {
    try {
      if (label.matches("\\d{4}-Q[1-4]")) {
        int quarter = label.charAt(6) - '0';
        YearMonth last = YearMonth.of(Integer.parseInt(label.substring(0, 4)), quarter * 3);
        return new ReportPeriod(label, last.minusMonths(2).atDay(1), last.atEndOfMonth());
      }
      if (label.matches("\\d{4}")) {
        int year = Integer.parseInt(label);
        return new ReportPeriod(label, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      }
      YearMonth month = YearMonth.parse(label);
      return new ReportPeriod(label, month.atDay(1), month.atEndOfMonth());
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// How the period of a kind of report is labelled that has this day in it.
  static String label(PaperKind kind, LocalDate day) {
    return switch (kind) {
      case WEEKLY ->
          "%d-W%02d"
              .formatted(
                  day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case QUARTERLY -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
      case ANNUAL -> Integer.toString(day.getYear());
      default -> YearMonth.from(day).toString();
    };
  }
}
