package org.shouyue.server.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup holds; the last thing in it, so that nothing is in it that is not named here.
///
/// @param format counts up when an older program could not read it
/// @param takenAt when the snapshot of the database was taken
/// @param postgres the version of the database
/// @param migrations which migrations had been applied, in order
/// @param damaged evidence whose bytes no longer were what their name says when it was backed up
record Manifest(
    int format,
    Instant takenAt,
    String postgres,
    List<Migration> migrations,
    List<Table> tables,
    List<Sequence> sequences,
    List<Part> parts,
    List<String> damaged) {
  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  public Manifest {
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    parts = List.copyOf(parts);
    damaged = List.copyOf(damaged);
  }

  /// One applied migration, as Flyway's history tells.
  ///
  /// @param script its file name below `db/migration`
  /// @param checksum null where Flyway keeps none
  record Migration(String script, @Nullable Integer checksum) {}

  /// One table.
  ///
  /// @param columns those that hold values of their own, in order
  record Table(String name, List<String> columns, long rows) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /// Where a sequence stands.
  ///
  /// @param value null when it was never used
  record Sequence(String name, @Nullable Long value) {}

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  long files() {
    return parts.stream().filter(part -> part.name().startsWith("file/")).count();
  }
}
