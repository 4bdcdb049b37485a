package org.shouyue.contract.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.shouyue.contract.Deadline;

/// Cuts a term into windows.
final class Windows {

  private static final int MONTHS_A_YEAR = 12;

  private final ServiceTerm term;
  private final ZoneId zone;

  Windows(ServiceTerm term, ZoneId zone) {
    this.term = term;
    this.zone = zone;
  }

  Window whole() {
    return term.whole(zone);
  }

  /// Consecutive windows from the term's first day, each one period long, the last cut at the
  /// term's end: no day is left out and none is in two.
  List<Window> tiled(Period period) {
    return between(Recurrence.starts(term.from(), period, term.to()));
  }

  /// For each period of the term, `count` windows of equal length. Where a period is cut by the
  /// term's end only the windows that begin before it are owed. More than one a day (R2/P1D) share
  /// the day: windows are whole days.
  List<List<Window>> split(int count, Period period) {
    List<LocalDate> periods = Recurrence.starts(term.from(), period, term.to());
    List<List<Window>> all = new ArrayList<>(periods.size());
    for (int n = 0; n < periods.size(); n++) {
      LocalDate opens = periods.get(n);
      LocalDate next = ServiceTerm.next(term.from(), period.multipliedBy(n + 1));
      ServiceTerm part =
          new ServiceTerm(opens, next.isAfter(term.to()) ? term.to() : next.minusDays(1));
      all.add(
          ChronoUnit.DAYS.between(opens, next) < count
              ? Collections.nCopies(count, part.whole(zone))
              : new Windows(part, zone).between(parts(opens, next, count, part.to())));
    }
    return all;
  }

  private static List<LocalDate> parts(LocalDate opens, LocalDate next, int count, LocalDate last) {
    long months = ChronoUnit.MONTHS.between(opens, next);
    if (months % count == 0
        && ServiceTerm.next(opens, Period.ofMonths((int) months)).equals(next)) {
      return Recurrence.starts(opens, Period.ofMonths((int) months / count), last);
    }
    long days = ChronoUnit.DAYS.between(opens, next);
    List<LocalDate> starts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      LocalDate start = opens.plusDays(days * k / count);
      if (!start.isAfter(last)) {
        starts.add(start);
      }
    }
    return starts;
  }

  /// One window in each calendar period whose deadline lies in the term. Months, quarters and years
  /// are those of the calendar, because a deadline such as the 25th means a date of the calendar.
  ///
  /// @param months length of the calendar period
  /// @param deadline its month is at most `months`
  List<Window> byDeadline(int months, Deadline deadline) {
    YearMonth period = calendarPeriod(months);
    int offset = deadline.month() == null ? months - 1 : deadline.month() - 1;
    YearMonth month = period.plusMonths(offset);
    LocalDate first = month.atDay(Math.min(deadline.day(), month.lengthOfMonth()));
    List<Window> windows = new ArrayList<>();
    for (LocalDate due : Recurrence.deadlines(first, months, deadline.day(), term.to())) {
      if (term.contains(due)) {
        windows.add(Window.of(opens(due, offset, deadline), due, zone));
      }
    }
    // A year from 29 February touches two month ends of February: the clause still means twelve.
    int owed = Recurrence.starts(term.from(), Period.ofMonths(months), term.to()).size();
    return windows.size() > owed ? windows.subList(windows.size() - owed, windows.size()) : windows;
  }

  /// The window that ends on the first day in the term that the deadline names; the whole term when
  /// it names none.
  Window untilFirst(Deadline deadline) {
    for (LocalDate day = term.from(); !day.isAfter(term.to()); day = day.plusDays(1)) {
      boolean month = deadline.month() == null || deadline.month() == day.getMonthValue();
      if (month && day.getDayOfMonth() == Math.min(deadline.day(), day.lengthOfMonth())) {
        return Window.of(opens(day, 0, deadline), day, zone);
      }
    }
    return whole();
  }

  private LocalDate opens(LocalDate due, int offset, Deadline deadline) {
    YearMonth month = YearMonth.from(due);
    LocalDate opens =
        deadline.fromDay() == null
            ? month.minusMonths(offset).atDay(1)
            : month.atDay(Math.min(deadline.fromDay(), month.lengthOfMonth()));
    return opens.isBefore(term.from()) ? term.from() : opens;
  }

  /// The calendar period that the term begins in. Periods that divide a year start with January;
  /// others have no calendar of their own and start with the term's first month.
  private YearMonth calendarPeriod(int months) {
    YearMonth first = YearMonth.from(term.from());
    return MONTHS_A_YEAR % months == 0
        ? first.minusMonths((first.getMonthValue() - 1) % months)
        : first;
  }

  private List<Window> between(List<LocalDate> starts) {
    List<Window> windows = new ArrayList<>(starts.size());
    LocalDate firstDay = starts.getFirst();
    Instant from = firstDay.atStartOfDay(zone).toInstant();
    for (int n = 1; n <= starts.size(); n++) {
      LocalDate next = n < starts.size() ? starts.get(n) : term.to().plusDays(1);
      Instant to = next.atStartOfDay(zone).toInstant();
      windows.add(new Window(firstDay, next.minusDays(1), from, to));
      firstDay = next;
      from = to;
    }
    return windows;
  }
}
