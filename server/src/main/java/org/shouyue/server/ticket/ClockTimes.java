package org.shouyue.server.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.sla.ClockReading;

/// When a clock has something new to say.
final class ClockTimes {
  private ClockTimes() {}

  /// The next warning or breach after now; null when the clock stands still or is through.
  static @Nullable Instant next(ClockReading reading, Instant now) {
    if (reading.state() != ClockReading.State.RUNNING) {
      return null;
    }
    Instant breach = reading.due().plusSeconds(1);
    Instant next = breach.isAfter(now) ? breach : null;
    for (ClockReading.Warning warning : reading.warnings()) {
      if (warning.at().isAfter(now)) {
        next = earlier(next, warning.at());
      }
    }
    return next;
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
