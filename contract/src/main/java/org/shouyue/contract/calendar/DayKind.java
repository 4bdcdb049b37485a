package org.shouyue.contract.calendar;

import java.util.Locale;

/// What kind of day a date is.
public enum DayKind {
  /// An ordinary working day.
  WORKDAY(true),
  /// A day off of every week.
  WEEKEND(false),
  /// A statutory day off, or a day off moved next to one (放假).
  HOLIDAY(false),
  /// A weekend day that is worked in exchange for a day off (调休上班).
  MAKE_UP(true),
  /// A day that is worked in part.
  HALF_DAY(true);

  private final boolean worked;

  DayKind(boolean worked) {
    this.worked = worked;
  }

  /// Whether any work is done. A half day counts as a working day where days are counted.
  public boolean worked() {
    return worked;
  }

  /// The written code: `make-up`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
