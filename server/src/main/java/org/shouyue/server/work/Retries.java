package org.shouyue.server.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When work that could not be done is tried again.
final class Retries {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(3));

  private Retries() {}

  /// The next try after so many; null when enough was tried.
  ///
  /// @param attempts how often it was tried, 1 after the first
  static @Nullable Instant next(int attempts, Instant now) {
    if (attempts < 1) {
      throw new IllegalArgumentException("something was tried at least once, not " + attempts);
    }
    return attempts > PAUSES.size() ? null : now.plus(PAUSES.get(attempts - 1));
  }

  /// Within half a minute, each run at another moment.
  static Instant soon(UUID run, Instant now) {
    return now.plusSeconds(5 + Math.floorMod(run.hashCode(), 20));
  }
}
