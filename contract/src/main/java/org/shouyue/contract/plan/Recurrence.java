package org.shouyue.contract.plan;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/// Repeating dates by RFC 5545 rules. A day that a month does not have is that month's last day
/// (`SKIP=BACKWARD`, RFC 7529), and later months come back to the wanted day: 31 January is
/// followed by 28 February and 31 March.
final class Recurrence {

  private static final long MILLIS_A_DAY = 86_400_000L;
  private static final int DAYS_IN_EVERY_MONTH = 28;

  private Recurrence() {}

  /// The first days of consecutive periods from `anchor` on that are not after `last`. A period
  /// that would begin on a day that its month lacks begins on the next (`SKIP=FORWARD`), so that
  /// the period before it ends with the month: after 31 January come 1 March, 31 March and 1 May.
  static List<LocalDate> starts(LocalDate anchor, Period period, LocalDate last) {
    long months = period.toTotalMonths();
    if (months > 0 && period.get(ChronoUnit.DAYS) > 0) {
      return mixed(anchor, period, last);
    }
    return months > 0
        ? monthly(anchor, (int) months, anchor.getDayOfMonth(), "FORWARD", last)
        : dates("FREQ=DAILY;INTERVAL=" + period.get(ChronoUnit.DAYS), anchor, last);
  }

  /// A day of every n-th month from the month of `first`, not after `last`; in a month that lacks
  /// it the month's last day (`SKIP=BACKWARD`).
  ///
  /// @param first the first such date
  static List<LocalDate> deadlines(LocalDate first, int months, int day, LocalDate last) {
    return monthly(first, months, day, "BACKWARD", last);
  }

  private static List<LocalDate> monthly(
      LocalDate first, int months, int day, String skip, LocalDate last) {
    String rule = "FREQ=MONTHLY;INTERVAL=" + months + ";BYMONTHDAY=" + day;
    return dates(
        day > DAYS_IN_EVERY_MONTH ? "RSCALE=GREGORIAN;" + rule + ";SKIP=" + skip : rule,
        first,
        last);
  }

  /// Months and days together have no rule of that standard: each date is counted from the anchor.
  private static List<LocalDate> mixed(LocalDate anchor, Period period, LocalDate last) {
    List<LocalDate> dates = new ArrayList<>();
    for (int n = 0; !anchor.plus(period.multipliedBy(n)).isAfter(last); n++) {
      dates.add(anchor.plus(period.multipliedBy(n)));
    }
    return dates;
  }

  private static List<LocalDate> dates(String rule, LocalDate first, LocalDate last) {
    List<LocalDate> dates = new ArrayList<>();
    RecurrenceRuleIterator iterator = iterator(rule, first);
    while (iterator.hasNext()) {
      LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(iterator.nextMillis(), MILLIS_A_DAY));
      if (date.isAfter(last)) {
        break;
      }
      dates.add(date);
    }
    return dates;
  }

  private static RecurrenceRuleIterator iterator(String rule, LocalDate first) {
    try {
      // That library counts months from 0.
      return new RecurrenceRule(rule)
          .iterator(
              new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth()));
    } catch (InvalidRecurrenceRuleException impossible) {
      throw new IllegalStateException("our own rule is no rule: " + rule, impossible);
    }
  }
}
