package org.shouyue.server.work;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shouyue.server.clock.ServerClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets real time pass: every node ticks once a second, and what one does the others leave alone.
/// Under a replayed clock nothing ticks; time passes when somebody moves it.
@Component
class Ticker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final ClockWork work;
  private final ServerClock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clock-tick").factory());
  private volatile boolean running;

  Ticker(ClockWork work, ServerClock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    if (!clock.replayed()) {
      Future<?> _ = executor.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }
  }

  private void tick() {
    try {
      work.tick();
    } catch (RuntimeException e) { // the outer edge of this thread: the next tick tries again
      LOG.warn("what is due could not be done; it is tried again in a second", e);
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
