package org.shouyue.server.duty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Consumer;
import org.shouyue.server.problem.Checks;

/// The hours to which a layer is restricted: on these days, from one time of day to another. Hours
/// that end no later than they begin reach into the next day; 00:00 to 00:00 is the whole day.
record DutyHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  DutyHours {
    new Checks()
        .some("hours.days", days)
        .present("hours.from", from)
        .present("hours.to", to)
        .done();
    days = Set.copyOf(days);
  }

  boolean hold(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean today = days.contains(local.getDayOfWeek());
    if (from.isBefore(to)) {
      return today && !time.isBefore(from) && time.isBefore(to);
    }
    boolean since = days.contains(local.getDayOfWeek().minus(1));
    return (today && !time.isBefore(from)) || (since && time.isBefore(to));
  }

  /// Names every instant of `(begin, end)` at which the hours may begin or end.
  void edges(Instant begin, Instant end, ZoneId zone, Consumer<Instant> edge) {
    LocalDate last = LocalDate.ofInstant(end, zone);
    for (LocalDate day = LocalDate.ofInstant(begin, zone);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (LocalTime time : new LocalTime[] {from, to}) {
        Instant at = day.atTime(time).atZone(zone).toInstant();
        if (at.isAfter(begin) && at.isBefore(end)) {
          edge.accept(at);
        }
      }
    }
  }
}
