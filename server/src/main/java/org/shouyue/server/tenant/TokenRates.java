package org.shouyue.server.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// How often each token calls: [#BURST] requests at once, [#PER_SECOND] a second after that.
/// Counted by each node for itself. Safe for use by several threads.
final class TokenRates {
  static final int BURST = 300;
  static final int PER_SECOND = 10;

  /// Tokens that were idle for so long have their whole burst again and need no memory.
  private static final Duration FULL_AGAIN = Duration.ofSeconds(BURST / PER_SECOND);

  private static final int SWEEP_FROM = 1000;

  private record Bucket(double left, Instant at) {}

  private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

  /// Counts one request; how long it must wait, empty when it may go on.
  Optional<Duration> wait(UUID token, Instant now) {
    if (buckets.size() > SWEEP_FROM) {
      buckets.values().removeIf(bucket -> bucket.at().plus(FULL_AGAIN).isBefore(now));
    }
    Bucket after = buckets.compute(token, (_, before) -> draw(before, now));
    return after.left() >= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(-after.left() * 1000 / PER_SECOND)));
  }

  /// A request that is turned away draws nothing.
  private static Bucket draw(@org.jspecify.annotations.Nullable Bucket before, Instant now) {
    if (before == null) {
      return new Bucket(BURST - 1, now);
    }
    double seconds = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
    double there = Math.min(BURST, Math.max(0, before.left()) + seconds * PER_SECOND);
    return new Bucket(there - 1, now);
  }
}
