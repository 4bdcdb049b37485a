package org.shouyue.server.asset;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.server.clock.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Makes this node's broker follow what was decided on any node: the kill switch, and permits
/// revoked, within a second. While the database cannot be asked, nothing new may leave.
@Component
final class ScopeWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ScopeWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// How far back revocations are looked at; longer than a pause between two looks can be.
  private static final Duration BACK = Duration.ofMinutes(2);

  private static final String UNKNOWN = "the kill switch's state cannot be read";

  private final KillSwitch killSwitch;
  private final Permits permits;
  private final NetworkBroker broker;
  private final WallClock clock;
  private volatile @org.jspecify.annotations.Nullable ScheduledExecutorService executor;

  ScopeWatch(KillSwitch killSwitch, Permits permits, NetworkBroker broker, WallClock clock) {
    this.killSwitch = killSwitch;
    this.permits = permits;
    this.broker = broker;
    this.clock = clock;
  }

  /// Looks now.
  void look() {
    try {
      KillSwitch.State state = killSwitch.state();
      String halted = broker.haltReason();
      if (state.on() && !state.reason().equals(halted)) {
        broker.halt(state.reason());
      } else if (!state.on() && halted != null) {
        broker.resume();
      }
      permits.revokedSince(clock.instant().minus(BACK)).forEach(broker::cut);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("{}: {}", UNKNOWN, e.getMessage());
      broker.halt(UNKNOWN);
    }
  }

  @Override
  public void start() {
    look();
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("scope-watch").factory());
    var _ =
        started.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    executor = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = executor;
    if (running != null) {
      running.shutdownNow();
      executor = null;
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
