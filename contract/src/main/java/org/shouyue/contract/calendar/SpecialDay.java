package org.shouyue.contract.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One date that differs from its weekday.
///
/// @param kind `HOLIDAY`, `MAKE_UP` or `HALF_DAY`
/// @param name why: 春节, 国庆节; without commas, so that the table stays a plain table
/// @param hours the hours of a half day; null for the morning of the ordinary hours
public record SpecialDay(LocalDate date, DayKind kind, String name, @Nullable OfficeHours hours) {

  public SpecialDay {
    if (kind == DayKind.WORKDAY || kind == DayKind.WEEKEND) {
      throw new IllegalArgumentException(
          "only a holiday, a make-up day or a half day is special: " + date + " " + kind);
    }
    if (hours != null && kind == DayKind.HOLIDAY) {
      throw new IllegalArgumentException("a holiday has no hours: " + date);
    }
    if (name.isBlank() || name.indexOf(',') >= 0 || name.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a special day has a name without commas, not " + name);
    }
  }

  /// A special day with the ordinary hours of its kind.
  public static SpecialDay of(LocalDate date, DayKind kind, String name) {
    return new SpecialDay(date, kind, name, null);
  }

  String line() {
    String plain = date + "," + kind.code() + "," + name;
    return hours == null ? plain : plain + "," + hours;
  }
}
