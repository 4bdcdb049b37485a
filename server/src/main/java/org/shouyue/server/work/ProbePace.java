package org.shouyue.server.work;

import java.time.Duration;
import org.shouyue.server.clock.ServerClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How much coarser a replay looks at what is watched: a year in minutes has no time for a probe
/// every five minutes. Under the system clock nothing changes.
@Component
class ProbePace {
  private static final Duration FINEST = Duration.ofMinutes(30);

  private final ServerClock clock;
  private final Duration coarsest;

  ProbePace(ServerClock clock, @Value("${shouyue.replay-probe-step:PT12H}") Duration replayStep) {
    this.clock = clock;
    this.coarsest = replayStep;
  }

  Duration of(Duration step) {
    return clock.replayed() && step.compareTo(coarsest) < 0 ? coarsest : step;
  }

  /// While something is down a replay looks every half hour, so that an outage stays measurable.
  Duration down(Duration step) {
    return clock.replayed() && step.compareTo(FINEST) < 0 ? FINEST : step;
  }
}
