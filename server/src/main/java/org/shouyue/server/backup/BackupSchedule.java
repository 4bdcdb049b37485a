package org.shouyue.server.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.notify.HouseNotice;
import org.shouyue.server.notify.HouseNotices;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Role;
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

  private static final Duration FIRST_WITHIN = Duration.ofHours(1);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

  private final PlatformBackups backups;
  private final BackupDesk desk;
  private final BackupSettings settings;
  private final WallClock clock;
  private final HouseNotices house;
  private volatile Instant started = Instant.MAX;
  private @Nullable ScheduledExecutorService timer;

  BackupSchedule(
      PlatformBackups backups,
      BackupDesk desk,
      BackupSettings settings,
      WallClock clock,
      HouseNotices house) {
    this.backups = backups;
    this.desk = desk;
    this.settings = settings;
    this.clock = clock;
    this.house = house;
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
      warn();
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

  /// Has the administrators and managers told, once a day while it lasts. A house that has just
  /// been opened has an hour to make its first backup.
  private void warn() {
    PlatformBackup last = backups.last().orElse(null);
    String alarm = alarm(last);
    boolean young = clock.instant().minus(FIRST_WITHIN).isBefore(started);
    if (alarm == null || alarm.equals("unscheduled") || (alarm.equals("never") && young)) {
      return;
    }
    String day = DAY.format(clock.instant());
    house.tell(
        new HouseNotice(
            Set.of(Role.SYSTEM_ADMIN, Role.PROVIDER_MANAGER),
            Urgency.HIGH,
            "backup-alarm",
            Map.of(
                "problem", said(alarm), "last", last == null ? "—" : DAY.format(last.startedAt())),
            "backup",
            "backup/" + alarm + "/" + day));
  }

  private static String said(String alarm) {
    return switch (alarm) {
      case "never" -> "还没有任何可用的备份";
      case "damaged" -> "最近一次备份校验不通过";
      default -> "最近一次备份太旧";
    };
  }

  @Override
  public synchronized void start() {
    started = clock.instant();
    ScheduledExecutorService looking =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("backups").factory());
    var _ = looking.scheduleWithFixedDelay(this::look, 5, LOOK.toSeconds(), TimeUnit.SECONDS);
    timer = looking;
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService looking = timer;
    if (looking != null) {
      looking.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }
}
