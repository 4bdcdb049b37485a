package org.shouyue.contract.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The time in which an obligation is to be met: whole days, and the same as instants.
///
/// @param firstDay included
/// @param lastDay included
/// @param from start of the first day in the client's zone, included
/// @param to start of the day after the last, excluded
public record Window(LocalDate firstDay, LocalDate lastDay, Instant from, Instant to) {

  public Window {
    if (lastDay.isBefore(firstDay) || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "a window has at least one day, not " + firstDay + ".." + lastDay);
    }
  }

  static Window of(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
    return new Window(
        firstDay,
        lastDay,
        firstDay.atStartOfDay(zone).toInstant(),
        lastDay.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /// From the start of this window to the end of a later one.
  Window through(Window later) {
    return new Window(firstDay, later.lastDay, from, later.to);
  }
}
