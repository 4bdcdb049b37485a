package org.shouyue.server.tenant;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// The hours of a working day.
///
/// @param breakFrom when the midday break begins; null, with its end, for none
public record OfficeHours(
    LocalTime from, LocalTime to, @Nullable LocalTime breakFrom, @Nullable LocalTime breakTo) {
  public OfficeHours {
    Checks checks = new Checks().present("office.from", from).present("office.to", to);
    checks.done();
    checks.that(from.isBefore(to), "office.to", "must be after office.from");
    checks.that(
        (breakFrom == null) == (breakTo == null), "office.breakTo", "must be given with breakFrom");
    if (breakFrom != null && breakTo != null) {
      checks.that(
          from.isBefore(breakFrom) && breakFrom.isBefore(breakTo) && breakTo.isBefore(to),
          "office.breakFrom",
          "and breakTo must lie within the day");
    }
    checks.done();
  }
}
