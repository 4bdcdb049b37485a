package org.shouyue.server.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// One rotation of a roster: people who follow one another in order. The layers of a roster lie
/// upon one another: the uppermost that has somebody is called first, the next is its second line.
///
/// @param hours when it counts; null for always
/// @param until the last day on which it counts, included; null for no end
record Layer(
    String name,
    List<UUID> people,
    Turn turn,
    @Nullable DutyHours hours,
    @Nullable LocalDate until) {
  Layer {
    new Checks()
        .text("layers.name", name, 100)
        .some("layers.people", people)
        .that(people == null || people.size() <= 200, "layers.people", "must not be more than 200")
        .present("layers.turn", turn)
        .done();
    people = List.copyOf(people);
  }

  /// Whose turn it is; null outside the layer's time.
  @Nullable UUID at(Instant instant, ZoneId zone) {
    long number = turn.at(instant, zone);
    boolean counts =
        number >= 0
            && (until == null || instant.isBefore(end(until, zone)))
            && (hours == null || hours.hold(instant, zone));
    return counts ? people.get(Math.floorMod(number, people.size())) : null;
  }

  /// Names every instant of `(from, to)` at which its answer may change.
  void edges(Instant from, Instant to, ZoneId zone, Consumer<Instant> edge) {
    turn.handovers(from, to, zone, edge);
    if (turn.begin(0, zone).isAfter(from) && turn.begin(0, zone).isBefore(to)) {
      edge.accept(turn.begin(0, zone));
    }
    if (until != null && end(until, zone).isAfter(from) && end(until, zone).isBefore(to)) {
      edge.accept(end(until, zone));
    }
    if (hours != null) {
      hours.edges(from, to, zone, edge);
    }
  }

  private static Instant end(LocalDate lastDay, ZoneId zone) {
    return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
