package org.shouyue.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.shouyue.server.database.DatabaseOwner;
import org.shouyue.server.sql.Sql;

/// Tells the platform of a backup that a command made, so that the page shows it.
final class CommandRecord {
  private CommandRecord() {}

  static void of(DatabaseOwner owner, Path file, Manifest manifest, Instant finished)
      throws SQLException, IOException {
    try (Connection connection = owner.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into platform_backup (id, state, way, file, started_at, started_by,
                  finished_at, size_bytes, tables, row_count, files, damaged)
                values (?, 'done', 'command', ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, file.toString());
      insert.setObject(3, Sql.at(manifest.takenAt()));
      insert.setString(4, System.getProperty("user.name"));
      insert.setObject(5, Sql.at(finished));
      insert.setLong(6, Files.size(file));
      insert.setInt(7, manifest.tables().size());
      insert.setLong(8, manifest.rows());
      insert.setLong(9, manifest.files());
      insert.setInt(10, manifest.damaged().size());
      insert.executeUpdate();
    }
  }
}
