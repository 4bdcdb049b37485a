package org.shouyue.scope;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Counts and paces connections per address with a token bucket. Runs on a monotonic clock: a
/// replayed year must not starve or flood a real target. Safe for use by many threads.
final class Traffic {
  private static final int SWEEP_ABOVE = 10_000;

  private final Limits limits;
  private final LongSupplier nanos;
  private final Map<InetAddress, Bucket> buckets = new HashMap<>();

  Traffic(Limits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  sealed interface Admission {}

  record Admitted() implements Admission {}

  record TooFast(Duration retryAfter) implements Admission {}

  record TooMany() implements Admission {}

  /// Takes one token and one place; the place is given back by [#leave].
  synchronized Admission enter(InetAddress address) {
    long now = nanos.getAsLong();
    sweep(now);
    Bucket bucket = buckets.computeIfAbsent(address, _ -> new Bucket(limits.burst(), now));
    bucket.refill(limits, now);
    if (bucket.open >= limits.concurrent()) {
      return new TooMany();
    }
    if (bucket.tokens < 1) {
      double seconds = (1 - bucket.tokens) / limits.perSecond();
      return new TooFast(Duration.ofNanos((long) Math.ceil(seconds * 1e9)));
    }
    bucket.tokens -= 1;
    bucket.open++;
    return new Admitted();
  }

  synchronized void leave(InetAddress address) {
    Bucket bucket = buckets.get(address);
    if (bucket != null) {
      bucket.open--;
    }
  }

  private void sweep(long now) {
    if (buckets.size() > SWEEP_ABOVE) {
      buckets.values().forEach(bucket -> bucket.refill(limits, now));
      buckets.values().removeIf(b -> b.open == 0 && b.tokens >= limits.burst());
    }
  }

  private static final class Bucket {
    private double tokens;
    private long filledAt;
    private int open;

    Bucket(double tokens, long filledAt) {
      this.tokens = tokens;
      this.filledAt = filledAt;
    }

    void refill(Limits limits, long now) {
      double seconds = (now - filledAt) / 1e9;
      tokens = Math.min(limits.burst(), tokens + seconds * limits.perSecond());
      filledAt = now;
    }
  }
}
