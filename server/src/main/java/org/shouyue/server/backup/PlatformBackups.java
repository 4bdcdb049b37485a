package org.shouyue.server.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which backups were made.
@Repository
class PlatformBackups {
  private final JdbcClient jdbc;

  PlatformBackups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Begins one; false when another is being made.
  boolean begin(PlatformBackup one) {
    try {
      jdbc.sql(
              """
              insert into platform_backup (id, state, way, file, started_at, started_by)
              values (:id, 'running', :way, :file, :at, :by)\
              """)
          .param("id", one.id())
          .param("way", one.way())
          .param("file", one.file())
          .param("at", Sql.at(one.startedAt()))
          .param("by", one.startedBy())
          .update();
      return true;
    } catch (DuplicateKeyException _) {
      return false;
    }
  }

  void done(UUID id, Manifest manifest, long size, Instant at) {
    jdbc.sql(
            """
            update platform_backup set state = 'done', finished_at = :at, size_bytes = :size,
              tables = :tables, row_count = :rows, files = :files, damaged = :damaged
            where id = :id\
            """)
        .param("at", Sql.at(at))
        .param("size", size)
        .param("tables", manifest.tables().size())
        .param("rows", manifest.rows())
        .param("files", manifest.files())
        .param("damaged", manifest.damaged().size())
        .param("id", id)
        .update();
  }

  void failed(UUID id, String problem, Instant at) {
    jdbc.sql(
            """
            update platform_backup set state = 'failed', finished_at = :at, problem = :problem
            where id = :id\
            """)
        .param("at", Sql.at(at))
        .param("problem", problem)
        .param("id", id)
        .update();
  }

  /// Marks as failed what nobody works on any more; the caller holds the lock of those who do.
  int interrupted(Instant at) {
    return jdbc.sql(
            """
            update platform_backup set state = 'failed', finished_at = :at,
              problem = '备份被中断：进程结束了，或平台是从这份备份恢复的'
            where state = 'running'\
            """)
        .param("at", Sql.at(at))
        .update();
  }

  void checked(UUID id, Instant at, @Nullable String problem) {
    jdbc.sql("update platform_backup set checked_at = :at, check_problem = :problem where id = :id")
        .param("at", Sql.at(at))
        .param("problem", problem)
        .param("id", id)
        .update();
  }

  void removed(UUID id, Instant at) {
    jdbc.sql("update platform_backup set removed_at = :at where id = :id")
        .param("at", Sql.at(at))
        .param("id", id)
        .update();
  }

  Optional<PlatformBackup> find(UUID id) {
    return jdbc.sql("select * from platform_backup where id = :id")
        .param("id", id)
        .query(PlatformBackups::backup)
        .optional();
  }

  /// The last one that succeeded.
  Optional<PlatformBackup> last() {
    return standing().stream().findFirst();
  }

  /// Those that succeeded and were not removed, the newest first.
  List<PlatformBackup> standing() {
    return jdbc.sql(
            """
            select * from platform_backup where state = 'done' and removed_at is null
            order by started_at desc\
            """)
        .query(PlatformBackups::backup)
        .list();
  }

  /// When one was last begun, whatever became of it.
  Optional<Instant> lastBegun() {
    return jdbc.sql("select started_at from platform_backup order by started_at desc limit 1")
        .query((row, _) -> Sql.instant(row, "started_at"))
        .optional();
  }

  Page<PlatformBackup> page(@Nullable String state, PageRequest request) {
    return new Listing(jdbc, "*", "platform_backup", "started_at desc, id")
        .where("state = :state", "state", state)
        .search("file", "started_by")
        .sort("startedAt", "started_at")
        .sort("sizeBytes", "size_bytes")
        .page(request, PlatformBackups::backup);
  }

  private static PlatformBackup backup(ResultSet row, int number) throws SQLException {
    return new PlatformBackup(
        Sql.uuid(row, "id"),
        Sql.text(row, "state"),
        Sql.text(row, "way"),
        Sql.text(row, "file"),
        Sql.instant(row, "started_at"),
        Sql.text(row, "started_by"),
        Sql.instantOrNull(row, "finished_at"),
        row.getObject("size_bytes", Long.class),
        row.getObject("tables", Integer.class),
        row.getObject("row_count", Long.class),
        row.getObject("files", Long.class),
        row.getObject("damaged", Integer.class),
        row.getString("problem"),
        Sql.instantOrNull(row, "checked_at"),
        row.getString("check_problem"),
        Sql.instantOrNull(row, "removed_at"));
  }
}
