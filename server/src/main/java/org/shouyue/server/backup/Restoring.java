package org.shouyue.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.shouyue.server.database.DatabaseOwner;

/// Brings a backup back. The whole database is replaced in one transaction, so that a restore that
/// is refused, fails or is killed leaves what was there before.
final class Restoring {
  private static final int BLOCK = 64 * 1024;
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final DatabaseOwner owner;
  private final Path home;
  private final Progress progress;

  Restoring(DatabaseOwner owner, Path home, Progress progress) {
    this.owner = owner;
    this.home = home;
    this.progress = progress;
  }

  /// Restores.
  ///
  /// @param replace whether what is there may be thrown away
  /// @throws BackupRefused when the backup is damaged or foreign, or the target is not empty or in
  ///   use; nothing was changed
  RestoreReport from(Path file, char[] passphrase, boolean replace)
      throws IOException, SQLException {
    Manifest manifest = BackupCheck.of(file, passphrase, progress);
    StagedFiles staged = new StagedFiles(home);
    staged.settle(owner);
    RestoreReport report;
    try (Migrations migrations = Migrations.of(manifest);
        Connection connection = owner.connect()) {
      owner.hold(connection);
      refuseInUse(connection);
      if (!replace) {
        refuseFull(connection);
      }
      connection.setAutoCommit(false);
      new Schema(connection).plainText();
      String id = staged.begin();
      report = replaceAll(connection, new Source(file, passphrase, manifest), migrations);
      StagedFiles.sign(connection, id);
      connection.commit();
    }
    staged.settle(owner);
    return report;
  }

  @SuppressWarnings("ArrayRecordComponent") // a passphrase is no string, and never compared
  private record Source(Path file, char[] passphrase, Manifest manifest) {
    @Override
    public String toString() {
      return "Source[" + file + "]";
    }
  }

  /// A connection that has just been closed, such as the one by which the working account was
  /// tried, is still listed for a moment.
  private static void refuseInUse(Connection connection) throws SQLException {
    long until = System.nanoTime() + CLOSING.toNanos();
    while (inUse(new Schema(connection))) {
      if (System.nanoTime() > until) {
        throw new BackupRefused("服务正在运行，请先停止 / a server works on this database; stop it first");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static boolean inUse(Schema schema) throws SQLException {
    return !schema
        .texts(
            "select pid from pg_stat_activity where datname = current_database() and usename = '"
                + DatabaseOwner.APP
                + "'")
        .isEmpty();
  }

  private static void refuseFull(Connection connection) throws SQLException {
    Schema schema = new Schema(connection);
    for (String table : schema.tables()) {
      if (schema.count(table) > 0) {
        throw new BackupRefused(
            "目标数据库里已有数据；确要覆盖请加 --replace / the target is not empty; --replace throws it" + " away");
      }
    }
  }

  private RestoreReport replaceAll(Connection connection, Source source, Migrations migrations)
      throws IOException, SQLException {
    Schema schema = new Schema(connection);
    schema.run("drop schema public cascade");
    schema.run("create schema public");
    schema.run("grant usage on schema public to public");
    progress.at("migrate");
    DatabaseOwner.migrate(OneConnection.of(connection), "filesystem:" + migrations.folder());
    migrations.compare(schema.migrations());
    schema.plainText();
    refuseOtherTables(schema, source.manifest());
    Constraints constraints = Constraints.lift(schema);
    copyAll(connection, source);
    for (Manifest.Sequence sequence : source.manifest().sequences()) {
      if (sequence.value() != null) {
        schema.run(
            "select setval('public.%s', %d)"
                .formatted(Schema.quoted(sequence.name()).replace("'", "''"), sequence.value()));
      }
    }
    constraints.putBack(schema);
    progress.at("verify");
    return new RestoreProof(connection, home).of(source.manifest());
  }

  private static void refuseOtherTables(Schema schema, Manifest manifest) throws SQLException {
    Set<String> named = new HashSet<>();
    manifest.tables().forEach(table -> named.add(table.name()));
    if (!named.equals(Set.copyOf(schema.tables()))) {
      throw new BackupRefused("备份中的表与其版本不符 / the backup's tables are not those of its version");
    }
    List<String> tables = schema.tables();
    if (!tables.isEmpty()) {
      schema.run("truncate " + Schema.listed(tables));
    }
  }

  /// The second reading: what it gives must be what the first one found.
  private void copyAll(Connection connection, Source source) throws IOException, SQLException {
    Map<String, Manifest.Table> tables = new HashMap<>();
    source.manifest().tables().forEach(table -> tables.put("table/" + table.name(), table));
    Map<String, Part> expected = new HashMap<>();
    source.manifest().parts().forEach(part -> expected.put(part.name(), part));
    StagedFiles staged = new StagedFiles(home);
    try (PartReader reader = PartReader.open(source.file(), source.passphrase())) {
      @Nullable Part part;
      do {
        part =
            reader.next((name, in) -> {
              progress.at(name);
              Manifest.Table table = tables.get(name);
              if (table != null) {
                copy(connection, table, in);
              } else if (name.startsWith("file/")) {
                stage(staged, name.substring(5), in);
              }
            });
        if (part != null
            && !part.name().equals(Manifest.NAME)
            && !part.equals(expected.get(part.name()))) {
          throw new BackupRefused("备份文件在读取中变化 / the backup changed while it was read");
        }
      } while (part != null);
    }
  }

  private void stage(StagedFiles staged, String name, InputStream in) throws IOException {
    boolean kept = name.startsWith("evidence/sha256/") && Files.exists(home.resolve(name));
    if (!kept) { // else the same bytes, by their name
      staged.add(name, in);
    }
  }

  private static void copy(Connection connection, Manifest.Table table, InputStream in)
      throws IOException {
    try {
      CopyIn rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy %s (%s) from stdin"
                      .formatted(Schema.quoted(table.name()), Schema.listed(table.columns())));
      byte[] some = new byte[BLOCK];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        rows.writeToCopy(some, 0, read);
      }
      long copied = rows.endCopy();
      if (copied != table.rows()) {
        throw new BackupRefused(
            "表 %s 应有 %d 行，实有 %d 行 / rows are missing"
                .formatted(table.name(), table.rows(), copied));
      }
    } catch (SQLException e) {
      throw new IOException("cannot write the table " + table.name() + ": " + e.getMessage(), e);
    }
  }
}
