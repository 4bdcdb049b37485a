package org.shouyue.server.work;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.clock.WallClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Stores runs and hands them to the scheduler in the caller's transaction: either both are there
/// after it, or neither.
@Component
class RunQueue {
  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("run");

  private final Runs runs;
  private final RunScheduler scheduler;
  private final WallClock wall;

  RunQueue(Runs runs, RunScheduler scheduler, WallClock wall) {
    this.runs = runs;
    this.scheduler = scheduler;
    this.wall = wall;
  }

  void add(Run run) {
    addAll(List.of(run));
  }

  void addAll(List<Run> added) {
    if (added.isEmpty()) {
      return;
    }
    List<TaskInstance<?>> tasks = new ArrayList<>();
    for (Run run : added) {
      runs.add(run);
      tasks.add(TASK.instance(Slip.of(run).code()).build());
    }
    scheduler.add(tasks, wall.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.lookNow();
          }
        });
  }

  /// What the scheduler keeps of a run: enough to enter its client's scope before reading it.
  record Slip(UUID client, UUID run) {
    static Slip of(Run run) {
      return new Slip(run.clientId(), run.id());
    }

    static Slip parse(String code) {
      int slash = code.indexOf('/');
      return new Slip(
          UUID.fromString(code.substring(0, slash)), UUID.fromString(code.substring(slash + 1)));
    }

    String code() {
      return client + "/" + run;
    }
  }
}
