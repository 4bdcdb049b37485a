package org.shouyue.server.escalation;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shouyue.server.clock.ServerClock;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks for due steps twice a second on every node, on a thread of its own: whatever else the
/// common tick has to make up for after a dead node, people are called in time. Under a replayed
/// clock nothing ticks, and the steps come as it is moved.
@Component
class EscalationTicker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EscalationTicker.class);
  private static final int LOOK_EVERY_MILLIS = 500;

  private final Escalations escalations;
  private final Clients clients;
  private final ServerClock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("escalation-tick").factory());
  private volatile boolean running;

  EscalationTicker(Escalations escalations, Clients clients, ServerClock clock) {
    this.escalations = escalations;
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    if (!clock.replayed()) {
      Future<?> _ =
          executor.scheduleWithFixedDelay(
              this::tick, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    try {
      TenantScope.of(clients.everyId()).run(() -> escalations.at(clock.instant()));
    } catch (RuntimeException e) { // the outer edge of this thread: the next tick tries again
      if (running) {
        LOG.warn("due steps could not be taken; they are tried again at once", e);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    executor.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
