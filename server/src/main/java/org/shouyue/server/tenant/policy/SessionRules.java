package org.shouyue.server.tenant.policy;

import java.time.Duration;
import org.shouyue.server.problem.Checks;

/// How long somebody stays signed in.
///
/// @param idleMinutes without any request, after which a session is over
/// @param longestMinutes after which a session is over however busy it was
/// @param perPerson sessions that one person may have open; the oldest is ended by one more
/// @param sameAddress whether a session is refused from another network address than it began at
/// @param lockMinutes without key or pointer, after which the pages lock themselves; 0 for never
public record SessionRules(
    int idleMinutes, int longestMinutes, int perPerson, boolean sameAddress, int lockMinutes) {
  public static final SessionRules USUAL = new SessionRules(30, 12 * 60, 20, false, 15);

  public SessionRules {
    new Checks()
        .that(idleMinutes >= 5 && idleMinutes <= 720, "session.idleMinutes", "须在 5 到 720 之间")
        .that(
            longestMinutes >= idleMinutes && longestMinutes <= 1440,
            "session.longestMinutes",
            "须不短于闲置时限，且不超过 1440")
        .that(perPerson >= 1 && perPerson <= 100, "session.perPerson", "须在 1 到 100 之间")
        .that(lockMinutes >= 0 && lockMinutes <= 240, "session.lockMinutes", "须在 0 到 240 之间")
        .done();
  }

  public Duration idle() {
    return Duration.ofMinutes(idleMinutes);
  }

  public Duration longest() {
    return Duration.ofMinutes(longestMinutes);
  }
}
