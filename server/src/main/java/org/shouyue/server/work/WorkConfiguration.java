package org.shouyue.server.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.work.RunQueue.Slip;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The scheduler of this node. It runs on real time whatever the business clock says; a node that
/// shows no sign of life for four heartbeats is taken for dead, and its runs begin again elsewhere.
///
/// Runs are queued in the caller's transaction. What the scheduler itself notes (who took a task,
/// that it is over) may be lost when the database crashes: the task is then taken again, and finds
/// its run over or does it again.
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
  private static final int MOST_TRIES = 5;

  @Bean
  RunScheduler runScheduler(
      DataSource dataSource,
      @Qualifier("forgetful") DataSource notes,
      RunWork work,
      WallClock wall,
      @Value("${shouyue.workers:8}") int workers) {
    OneTimeTask<Void> task = task(work, wall);
    SchedulerClient adding =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
            .build();
    Scheduler scheduler =
        Scheduler.create(notes, task)
            .threads(workers)
            .pollingInterval(POLL)
            .pollUsingLockAndFetch(0.5, 2.0)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(STOP_WITHIN)
            .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
            .build();
    return new RunScheduler(adding, scheduler);
  }

  private static OneTimeTask<Void> task(RunWork work, WallClock wall) {
    return Tasks.oneTime(RunQueue.TASK)
        .onDeadExecutionRevive()
        .onFailure((complete, operations) -> failed(complete, operations, work, wall))
        .execute((instance, _) -> {
          Slip slip = Slip.parse(instance.getId());
          TenantScope.of(slip.client()).run(() -> work.work(slip.run()));
        });
  }

  /// A run that could not be recorded is tried again soon; one that never can be is given up.
  private static void failed(
      ExecutionComplete complete,
      ExecutionOperations<Void> operations,
      RunWork work,
      WallClock wall) {
    int tries = complete.getExecution().consecutiveFailures + 1;
    if (tries < MOST_TRIES) {
      operations.reschedule(complete, wall.instant().plusSeconds(tries));
      return;
    }
    Slip slip = Slip.parse(complete.getExecution().getId());
    String reason = complete.getCause().map(Throwable::toString).orElse("unknown");
    TenantScope.of(slip.client()).run(() -> work.abandon(slip.run(), "无法记录执行结果: " + reason));
    operations.remove();
  }
}
