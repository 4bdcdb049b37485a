package org.shouyue.contract;

import org.jspecify.annotations.Nullable;

/// Where inside each calendar period a service item is due, days counted from 1.
///
/// "By the 25th each month" is `{month: null, fromDay: null, day: 25}`; "at the start of the
/// quarter's last month" is `{month: 3, fromDay: 1, day: 10}` (月初 is the first ten days, 上旬).
///
/// @param month month of the period, 1 for its first; null for every month or the last one
/// @param fromDay first day of the window in that month; null for the start of the period
/// @param day last day of the window in that month, shortened in short months
public record Deadline(@Nullable Integer month, @Nullable Integer fromDay, int day) {

  public Deadline {
    if (day < 1 || day > 31 || (fromDay != null && (fromDay < 1 || fromDay > day))) {
      throw new IllegalArgumentException("days run from 1 to 31 and do not end before they begin");
    }
    if (month != null && (month < 1 || month > 12)) {
      throw new IllegalArgumentException(
          "a period's months are counted from 1 to 12, not " + month);
    }
  }
}
