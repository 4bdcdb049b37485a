package org.shouyue.server.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/// The scheduler of this node: fetches runs that any node queued, and works on them.
final class RunScheduler implements SmartLifecycle {
  private final SchedulerClient adding;
  private final Scheduler scheduler;
  private volatile boolean running;

  RunScheduler(SchedulerClient adding, Scheduler scheduler) {
    this.adding = adding;
    this.scheduler = scheduler;
  }

  /// Stores tasks in the caller's transaction.
  void add(List<TaskInstance<?>> tasks, Instant when) {
    adding.scheduleBatch(tasks, when);
  }

  /// Looks for runs at once instead of at the next poll.
  void lookNow() {
    if (running) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
