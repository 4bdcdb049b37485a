package org.shouyue.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.database.DatabaseOwner;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes backups inside the server, one at a time on all nodes, and removes old ones.
@Service
class BackupDesk {
  private static final Logger LOG = LoggerFactory.getLogger(BackupDesk.class);

  /// Any number, the same in every node; held by whoever makes a backup, and given up by a process
  /// that dies.
  private static final long LOCK = 0x53594241434bL;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final PlatformBackups backups;
  private final BackupSettings settings;
  private final DatabaseOwner owner;
  private final ServerHome home;
  private final WallClock clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  BackupDesk(
      PlatformBackups backups,
      BackupSettings settings,
      DatabaseOwner owner,
      ServerHome home,
      WallClock clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.backups = backups;
    this.settings = settings;
    this.owner = owner;
    this.home = home;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
  }

  /// The usual name of a backup made at that time.
  static String name(Instant at) {
    return "shouyue-" + STAMP.format(at) + ".backup";
  }

  /// Begins a backup, which then goes on by itself, and returns its identifier.
  ///
  /// @throws Problem 409 when no passphrase is set, or one is being made
  UUID begin(String way) {
    if (!settings.given()) {
      throw Problem.conflict(
          "no-passphrase", "没有设置备份口令：请在启动前设置 SHOUYUE_BACKUP_PASSPHRASE（至少 12 个字符），并另行保管");
    }
    Instant now = clock.instant();
    Path file = settings.folder(home.root()).resolve(name(now));
    String by = Caller.ifPresent().map(Caller::name).orElse("system");
    PlatformBackup begun =
        new PlatformBackup(
            UUID.randomUUID(),
            "running",
            way,
            file.toString(),
            now,
            by,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    transaction.executeWithoutResult(_ -> {
      if (!backups.begin(begun)) {
        throw Problem.conflict("backup-running", "正在备份，请等它完成");
      }
      tell(begun, "backup.begun", Map.of("way", way));
    });
    Thread.ofVirtual().name("backup").start(() -> make(begun, file));
    return begun.id();
  }

  private void make(PlatformBackup begun, Path file) {
    try (Connection lock = owner.connect()) {
      new Schema(lock).run("select pg_advisory_lock(" + LOCK + ")");
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Manifest manifest =
          new BackupTaking(owner, home.root(), clock, Progress.SILENT).to(file, settings.secret());
      long size = Files.size(file);
      transaction.executeWithoutResult(_ -> {
        backups.done(begun.id(), manifest, size, clock.instant());
        tell(begun, "backup.done", Map.of("sizeBytes", size, "rows", manifest.rows()));
      });
      removeOld();
    } catch (IOException | SQLException | BackupRefused e) {
      LOG.error("the backup {} failed", file, e);
      transaction.executeWithoutResult(_ -> {
        backups.failed(begun.id(), String.valueOf(e.getMessage()), clock.instant());
        tell(begun, "backup.failed", Map.of("problem", String.valueOf(e.getMessage())));
      });
    }
  }

  /// Marks as failed the backups of processes that ended in the middle.
  void tidy() {
    try (Connection lock = owner.connect()) {
      boolean free =
          new Schema(lock)
              .texts("select pg_try_advisory_lock(" + LOCK + ")")
              .getFirst()
              .equals("t");
      if (free && backups.interrupted(clock.instant()) > 0) {
        LOG.warn("a backup was interrupted");
      }
    } catch (SQLException e) {
      LOG.warn("cannot look for interrupted backups", e);
    }
  }

  /// Reads a backup from front to back, as a restore would.
  ///
  /// @throws Problem 404 when there is none, 409 when its file is gone or it never was completed
  PlatformBackup check(UUID id) {
    PlatformBackup one = backups.find(id).orElseThrow(() -> Problem.notFound("backup", id));
    if (!one.state().equals("done") || one.removedAt() != null) {
      throw Problem.conflict("no-such-file", "这次备份没有留下文件，无法演练");
    }
    String problem = null;
    try {
      BackupCheck.of(Path.of(one.file()), settings.secret(), Progress.SILENT);
    } catch (BackupRefused | IOException e) {
      problem = String.valueOf(e.getMessage());
    }
    String found = problem;
    transaction.executeWithoutResult(_ -> {
      backups.checked(id, clock.instant(), found);
      tell(one, "backup.checked", Map.of("ok", found == null));
    });
    return backups.find(id).orElseThrow();
  }

  private void removeOld() throws IOException {
    List<PlatformBackup> standing = backups.standing();
    Path folder = settings.folder(home.root());
    for (PlatformBackup old : standing.stream().skip(settings.kept()).toList()) {
      Path file = Path.of(old.file());
      if (folder.equals(file.getParent())) { // what a command put elsewhere is left alone
        Files.deleteIfExists(file);
        transaction.executeWithoutResult(_ -> {
          backups.removed(old.id(), clock.instant());
          tell(old, "backup.removed", Map.of("kept", settings.kept()));
        });
      }
    }
  }

  private void tell(PlatformBackup one, String action, Map<String, ?> details) {
    Map<String, Object> all = new java.util.LinkedHashMap<>(details);
    all.put("file", one.file());
    events.publishEvent(new Changed(null, action, "backup/" + one.id(), all));
  }
}
