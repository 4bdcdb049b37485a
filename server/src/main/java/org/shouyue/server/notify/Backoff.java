package org.shouyue.server.notify;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long a failed message waits: twice as long each time, from one second to five minutes, by a
/// random half of it less, so that many that failed together do not come back together.
final class Backoff {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Backoff() {}

  static Duration after(int attempts) {
    long full = Math.min(LONGEST.toMillis(), 1000L << Math.clamp(attempts - 1, 0, 20));
    return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2));
  }
}
