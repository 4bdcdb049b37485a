package org.shouyue.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouyue.server.database.DatabaseOwner;

/// The files of a restore, kept aside until its database is committed, then moved into place. The
/// database says whether it was: the comment on its schema names the restore. So a restore that is
/// killed at any moment is either not begun or finished by whoever comes next.
record StagedFiles(Path home) {
  private static final String ID = "id";
  private static final String FILES = "files";

  private Path folder() {
    return home.resolve(HomeFiles.STAGED);
  }

  /// Begins anew and returns the identifier by which the database remembers it.
  String begin() throws IOException {
    delete(folder());
    Files.createDirectories(
        folder().resolve(FILES),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    String id = UUID.randomUUID().toString();
    Files.writeString(folder().resolve(ID), id);
    return id;
  }

  void add(String name, InputStream in) throws IOException {
    Path file = folder().resolve(FILES).resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      in.transferTo(out);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Writes into the transaction that it is this restore's.
  static void sign(Connection connection, String id) throws SQLException {
    new Schema(connection).run("comment on schema public is 'restored " + id + "'");
  }

  /// Whether a restore of this home was left unfinished.
  boolean pending() {
    return Files.exists(folder());
  }

  /// Finishes a restore whose database was committed, forgets one whose database was not.
  void settle(DatabaseOwner owner) throws IOException, SQLException {
    if (!pending()) {
      return;
    }
    Path id = folder().resolve(ID);
    try (Connection connection = owner.connect()) {
      String said =
          new Schema(connection)
              .texts("select obj_description('public'::regnamespace, 'pg_namespace')")
              .getFirst();
      if (Files.exists(id) && said.equals("restored " + Files.readString(id))) {
        moveIntoPlace();
      }
    }
    delete(folder());
  }

  private void moveIntoPlace() throws IOException {
    Path from = folder().resolve(FILES);
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path to = home.resolve(from.relativize(file));
      Files.createDirectories(
          to.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
