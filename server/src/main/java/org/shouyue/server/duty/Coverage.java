package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How much of a special period somebody is named for, and how much somebody was there for.
///
/// @param planned share of the period's time for which somebody is named, in per cent, rounded down
/// @param attended share of its time, as far as it has passed, in which somebody was there
/// @param unfilled how many shifts have nobody
/// @param unattended how many shifts nobody came to
/// @param late how many began late
record Coverage(int planned, int attended, int unfilled, int unattended, int late) {

  static Coverage of(SpecialPeriod period, List<OnSiteShift> shifts, Instant now) {
    Instant passed = now.isBefore(period.to()) ? now : period.to();
    Duration whole = Duration.between(period.from(), period.to());
    Duration named = Duration.ZERO;
    Duration there = Duration.ZERO;
    for (OnSiteShift shift : shifts) {
      named =
          shift.person() == null ? named : named.plus(Duration.between(shift.from(), shift.to()));
      there = there.plus(shift.attended(now));
    }
    return new Coverage(
        share(named, whole),
        share(there, Duration.between(period.from(), passed)),
        (int) shifts.stream().filter(shift -> shift.person() == null).count(),
        (int) shifts.stream().filter(shift -> shift.unattended(now)).count(),
        (int) shifts.stream().filter(OnSiteShift::late).count());
  }

  private static int share(Duration part, Duration whole) {
    return whole.isPositive() ? (int) Math.min(100, part.toSeconds() * 100 / whole.toSeconds()) : 0;
  }
}
