package org.shouyue.contract.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The holidays and make-up days of one year or more, as the State Council announces them each
/// autumn for the next year. Read it from text with [#read]:
///
/// ```
/// # 国务院办公厅关于 2027 年部分节假日安排的通知
/// years,2027
/// 2027-01-01..2027-01-03,holiday,元旦
/// 2027-02-20,make-up,春节
/// 2027-02-04,half-day,除夕前,09:00-12:00
/// ```
///
/// @param fromYear first year whose days are all known with this notice
/// @param toYear last such year
/// @param days may reach into the neighbouring year by up to a month (a New Year holiday often
///   does)
public record HolidayNotice(int fromYear, int toYear, List<SpecialDay> days)
    implements NoticeReading {

  public HolidayNotice {
    days = List.copyOf(days);
    if (fromYear > toYear) {
      throw new IllegalArgumentException(
          "a notice covers one year or more, not " + fromYear + ".." + toYear);
    }
    Set<LocalDate> seen = new HashSet<>();
    for (SpecialDay day : days) {
      if (!seen.add(day.date())) {
        throw new IllegalArgumentException("a date is special once, not twice: " + day.date());
      }
      if (!reaches(fromYear, toYear, day.date())) {
        throw new IllegalArgumentException(
            day.date() + " is not near the years " + fromYear + ".." + toYear);
      }
    }
  }

  /// Reads a notice from its text form. Every fault is reported, each with its line and column.
  public static NoticeReading read(String text) {
    return NoticeText.notice(text);
  }

  static boolean reaches(int fromYear, int toYear, LocalDate date) {
    return !date.isBefore(LocalDate.of(fromYear - 1, 12, 1))
        && !date.isAfter(LocalDate.of(toYear + 1, 1, 31));
  }

  boolean covers(LocalDate date) {
    return date.getYear() >= fromYear && date.getYear() <= toYear;
  }
}
