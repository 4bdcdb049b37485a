package org.shouyue.server.clock;

import java.time.Instant;
import java.time.InstantSource;

/// The time on the wall, whatever the business clock says: for sessions, one-time codes and the
/// audit trail. Its own type, so that nobody gets it by asking for an [InstantSource].
public record WallClock(InstantSource source) {
  public Instant instant() {
    return source.instant();
  }
}
