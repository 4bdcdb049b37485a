package org.shouyue.server.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Begins a backup when the last one is old enough, by the clock on the wall, and complains when
/// there is none that is young enough.
@Component
class BackupSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
  private static final Duration LOOK = Duration.ofMinutes(1);

  /// After one that failed, the next is tried sooner than usual.
  private static final Duration RETRY = Duration.ofMinutes(15);

  private final PlatformBackups backups;
  private final BackupDesk desk;
  private final BackupSettings settings;
  private final WallClock clock;
  private @Nullable ScheduledExecutorService timer;

  BackupSchedule(
      PlatformBackups backups, BackupDesk desk, BackupSettings settings, WallClock clock) {
    this.backups = backups;
    this.desk = desk;
    this.settings = settings;
    this.clock = clock;
  }

  /// How the platform stands.
  ///
  /// @param last the last good backup; null when there is none
  /// @param dueAt when the next is due; null when none is scheduled
  /// @param alarm `none` that is young enough: `never` made, `old`, `damaged`, `unscheduled`; null
  ///   when all is well
  record State(
      @Nullable PlatformBackup last,
      boolean scheduled,
      Duration every,
      int keep,
      @Nullable Instant dueAt,
      @Nullable String alarm) {}

  State state() {
    PlatformBackup last = backups.last().orElse(null);
    Instant due = settings.given() ? due() : null;
    return new State(
        last, settings.given(), settings.interval(), settings.kept(), due, alarm(last));
  }

  private @Nullable String alarm(@Nullable PlatformBackup last) {
    if (last == null) {
      return "never";
    }
    Duration limit = settings.interval().multipliedBy(2);
    if (last.startedAt().plus(limit).isBefore(clock.instant())) {
      return "old";
    }
    if (last.checkProblem() != null) {
      return "damaged";
    }
    return settings.given() ? null : "unscheduled";
  }

  private Instant due() {
    Instant good =
        backups.last().map(one -> one.startedAt().plus(settings.interval())).orElse(Instant.MIN);
    Instant tried = backups.lastBegun().map(at -> at.plus(RETRY)).orElse(Instant.MIN);
    Instant due = good.isAfter(tried) ? good : tried;
    return due.equals(Instant.MIN) ? clock.instant() : due;
  }

  void look() {
    try {
      desk.tidy();
      if (settings.given() && !due().isAfter(clock.instant())) {
        var _ = desk.begin("scheduled");
      }
    } catch (Problem e) {
      LOG.info("no scheduled backup now: {}", e.getMessage());
    } catch (DataAccessException e) {
      LOG.warn("the database does not answer; the backup waits", e);
    }
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("backups").factory());
    var _ = started.scheduleWithFixedDelay(this::look, 5, LOOK.toSeconds(), TimeUnit.SECONDS);
    timer = started;
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService started = timer;
    if (started != null) {
      started.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }
}
