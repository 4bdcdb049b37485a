package org.shouyue.scope;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Watches one connection: its time limits on the monotonic clock, its permit's window on the
/// injected one, and whether somebody stopped it.
final class Guard {
  private final Attempt attempt;
  private final InstantSource clock;
  private final Instant permittedUntil;
  private volatile @Nullable ConnectionStopped stopped;

  Guard(Attempt attempt, InstantSource clock, Instant permittedUntil) {
    this.attempt = attempt;
    this.clock = clock;
    this.permittedUntil = permittedUntil;
  }

  void stop(ConnectionStopped reason) {
    if (stopped == null) {
      stopped = reason;
    }
  }

  Duration elapsed() {
    return attempt.elapsed();
  }

  /// Throws when the connection must not be used any more.
  void check() throws IOException {
    ConnectionStopped reason = stopped;
    if (reason != null) {
      throw reason;
    }
    if (!clock.instant().isBefore(permittedUntil)) {
      throw new ConnectionStopped(RefusalCode.EXPIRED, permittedUntil.toString());
    }
  }

  /// Milliseconds that the next read may wait, at least 1.
  int readMillis() throws IOException {
    check();
    return atMost(attempt.timeouts().read());
  }

  /// Milliseconds that connecting may still take, at least 1.
  int connectMillis() throws IOException {
    check();
    return atMost(attempt.timeouts().connect().minus(elapsed()));
  }

  private int atMost(Duration limit) throws SocketTimeoutException {
    Duration left = attempt.timeouts().total().minus(elapsed());
    Duration shorter = left.compareTo(limit) < 0 ? left : limit;
    if (!shorter.isPositive()) {
      throw new SocketTimeoutException("the time allowed has passed");
    }
    return Math.clamp(shorter.toMillis(), 1, Integer.MAX_VALUE);
  }

  /// The reason it was stopped, if it was; else the failure itself.
  IOException explain(IOException failure) {
    ConnectionStopped reason = stopped;
    return reason == null ? failure : reason;
  }
}
