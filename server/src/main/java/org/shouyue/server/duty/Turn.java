package org.shouyue.server.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.shouyue.server.problem.Checks;

/// How long one person's turn lasts and when it is handed over. Turns of days and weeks end at the
/// same time of day whatever the clocks of the zone do; turns of hours last exactly so long.
///
/// @param firstDay when the first turn begins, at the time of handover
record Turn(Unit unit, int length, LocalDate firstDay, LocalTime handover) {
  private static final int LONGEST = 366;

  Turn {
    new Checks()
        .present("unit", unit)
        .that(length >= 1 && length <= LONGEST, "length", "must be from 1 to " + LONGEST)
        .present("firstDay", firstDay)
        .present("handover", handover)
        .done();
  }

  /// What a turn's length counts.
  enum Unit {
    HOURS,
    DAYS,
    WEEKS;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// When a turn begins, counted from 0.
  Instant begin(long number, ZoneId zone) {
    return switch (unit) {
      case HOURS -> start(firstDay, zone).plus(Duration.ofHours(number * length));
      case DAYS -> start(firstDay.plusDays(number * length), zone);
      case WEEKS -> start(firstDay.plusWeeks(number * length), zone);
    };
  }

  private Instant start(LocalDate day, ZoneId zone) {
    return day.atTime(handover).atZone(zone).toInstant();
  }

  /// The number of the turn at an instant; negative before the first.
  long at(Instant instant, ZoneId zone) {
    long seconds =
        unit == Unit.HOURS
            ? ChronoUnit.SECONDS.between(begin(0, zone), instant)
            : ChronoUnit.SECONDS.between(
                firstDay.atTime(handover), instant.atZone(zone).toLocalDateTime());
    long guess = Math.floorDiv(seconds, seconds());
    while (begin(guess, zone).isAfter(instant)) {
      guess--;
    }
    while (!begin(guess + 1, zone).isAfter(instant)) {
      guess++;
    }
    return guess;
  }

  /// Names every handover in `(from, to)`.
  void handovers(Instant from, Instant to, ZoneId zone, Consumer<Instant> handover) {
    long number = Math.max(at(from, zone) + 1, 0);
    for (Instant begin = begin(number, zone); begin.isBefore(to); begin = begin(++number, zone)) {
      handover.accept(begin);
    }
  }

  private long seconds() {
    return length
        * switch (unit) {
          case HOURS -> 3600L;
          case DAYS -> 86_400L;
          case WEEKS -> 604_800L;
        };
  }
}
