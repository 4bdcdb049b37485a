package org.shouyue.server.training;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Holds back those who knock at the public pages too often from one address. Counts on this node
/// alone: several nodes let so many times more through, which guesses 192 bits no sooner. A whole
/// lecture hall behind one address still gets in.
@Component
class Callers {
  private static final int MOST = 300;
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final WallClock clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant begins = Instant.EPOCH;

  Callers(WallClock clock) {
    this.clock = clock;
  }

  /// Counts one call.
  ///
  /// @throws Problem 429 when there were too many within the minute
  synchronized void count(String address) {
    Instant now = clock.instant();
    if (!now.isBefore(begins.plus(WINDOW)) || counts.size() >= MOST_REMEMBERED) {
      counts.clear();
      begins = now;
    }
    if (counts.merge(address, 1, Integer::sum) > MOST) {
      throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many", "访问过于频繁，请一分钟后再试")
          .retryAfter(WINDOW);
    }
  }
}
