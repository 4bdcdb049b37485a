package org.shouyue.scope;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// One call of `open`, from its first moment.
///
/// @param at on the injected clock
/// @param startedAt on the monotonic clock
record Attempt(
    Purpose purpose,
    Destination destination,
    Timeouts timeouts,
    Instant at,
    LongSupplier nanos,
    long startedAt) {

  static Attempt begin(
      Purpose purpose, Destination destination, Timeouts timeouts, Instant at, LongSupplier nanos) {
    return new Attempt(purpose, destination, timeouts, at, nanos, nanos.getAsLong());
  }

  Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - startedAt);
  }

  Guard guard(InstantSource clock, Instant permittedUntil) {
    return new Guard(this, clock, permittedUntil);
  }
}
