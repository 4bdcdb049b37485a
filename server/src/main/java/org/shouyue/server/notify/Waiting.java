package org.shouyue.server.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Until when a notice that can wait waits.
final class Waiting {
  private Waiting() {}

  /// The end of the quiet hours that `now` lies in; `now` itself when it lies in none. Hours that
  /// end before they begin span midnight.
  static Instant quiet(Rules.@Nullable Quiet quiet, Instant now, ZoneId zone) {
    if (quiet == null || quiet.from().equals(quiet.to())) {
      return now;
    }
    ZonedDateTime here = now.atZone(zone);
    LocalTime time = here.toLocalTime();
    boolean overnight = quiet.from().isAfter(quiet.to());
    boolean within =
        overnight
            ? !time.isBefore(quiet.from()) || time.isBefore(quiet.to())
            : !time.isBefore(quiet.from()) && time.isBefore(quiet.to());
    if (!within) {
      return now;
    }
    boolean tomorrow = overnight && !time.isBefore(quiet.from());
    return here.toLocalDate()
        .plusDays(tomorrow ? 1 : 0)
        .atTime(quiet.to())
        .atZone(zone)
        .toInstant();
  }

  /// The end of the hour or day that is gathered; `now` for no gathering.
  static Instant digest(String digest, Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    return switch (digest) {
      case "hour" -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      case "day" -> here.toLocalDate().plusDays(1).atTime(8, 0).atZone(zone).toInstant();
      default -> now;
    };
  }
}
