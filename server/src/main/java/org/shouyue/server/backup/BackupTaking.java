package org.shouyue.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.database.DatabaseOwner;
import tools.jackson.databind.json.JsonMapper;

/// Backs the platform up while it works: every table as of one instant, then every file of its
/// home. Files that the tables name were on disk before their rows, so that each is there; those
/// that came since do no harm. Uses a few hundred kilobytes of memory beside the list of files.
final class BackupTaking {
  private static final Pattern CONTENT =
      Pattern.compile("evidence/sha256/[0-9a-f]{2}/[0-9a-f]{2}/([0-9a-f]{64})");
  private static final int COPIED_AT_ONCE = 64 * 1024;

  private final DatabaseOwner owner;
  private final Path home;
  private final WallClock clock;
  private final Progress progress;

  BackupTaking(DatabaseOwner owner, Path home, WallClock clock, Progress progress) {
    this.owner = owner;
    this.home = home;
    this.clock = clock;
    this.progress = progress;
  }

  /// Writes a backup to a file that appears only when it is complete.
  ///
  /// @throws BackupRefused when there is nothing to back up, or the file is there already
  Manifest to(Path file, char[] passphrase) throws IOException, SQLException {
    if (Files.exists(file)) {
      throw new BackupRefused("文件已存在 / the file is there already: " + file);
    }
    Path written = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(written);
    Files.createFile(
        written,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Manifest manifest;
      try (Connection connection = owner.connect();
          OutputStream raw = Files.newOutputStream(written);
          PartWriter parts = new PartWriter(new SealedOutput(raw, passphrase))) {
        manifest = write(connection, parts);
      }
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private Manifest write(Connection connection, PartWriter parts) throws IOException, SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    Schema schema = new Schema(connection);
    schema.plainText();
    List<Manifest.Migration> migrations = schema.migrations();
    if (migrations.isEmpty()) {
      throw new BackupRefused("数据库里还没有守约的数据 / this database holds nothing of Shouyue yet");
    }
    var taken = clock.instant();
    List<Manifest.Table> tables = new ArrayList<>();
    for (String table : schema.tables()) {
      tables.add(copy(connection, schema, table, parts));
    }
    List<Manifest.Sequence> sequences = schema.sequences();
    connection.rollback();
    List<String> damaged = files(parts);
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            taken,
            connection.getMetaData().getDatabaseProductVersion(),
            migrations,
            tables,
            sequences,
            parts.written(),
            damaged);
    var _ =
        parts.write(
            Manifest.NAME, out -> out.write(JsonMapper.shared().writeValueAsBytes(manifest)));
    return manifest;
  }

  private Manifest.Table copy(Connection connection, Schema schema, String table, PartWriter parts)
      throws IOException, SQLException {
    progress.at(table);
    List<String> columns = schema.columns(table);
    CopyOut rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy %s (%s) to stdout".formatted(Schema.quoted(table), Schema.listed(columns)));
    var _ =
        parts.write(
            "table/" + table,
            out -> {
              try {
                for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                  out.write(row);
                }
              } catch (SQLException e) {
                throw new IOException("cannot read the table " + table, e);
              }
            });
    return new Manifest.Table(table, columns, rows.getHandledRowCount());
  }

  private List<String> files(PartWriter parts) throws IOException {
    List<String> damaged = new ArrayList<>();
    new HomeFiles(home)
        .visit((name, file) -> {
          progress.at(name);
          Part part = parts.write("file/" + name, out -> transfer(file, out));
          Matcher content = CONTENT.matcher(name);
          if (content.matches() && !content.group(1).equals(part.sha256())) {
            damaged.add(name);
          }
        });
    return damaged;
  }

  private static void transfer(Path file, OutputStream out) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] some = new byte[COPIED_AT_ONCE];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        out.write(some, 0, read);
      }
    }
  }
}
