package org.shouyue.server.clock;

import java.time.Instant;
import java.time.InstantSource;

/// The machine's clock.
record SystemClock(InstantSource source) implements ServerClock {
  @Override
  public Instant instant() {
    return source.instant();
  }

  @Override
  public String origin() {
    return "live";
  }

  @Override
  public void moveTo(Instant instant) {
    throw new IllegalStateException("the clock is the system's and cannot be moved to " + instant);
  }
}
