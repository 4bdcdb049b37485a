package org.shouyue.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The migrations that had been applied when a backup was made, and no later ones, in a folder of
/// their own: a server that starts on the restored database applies the rest.
record Migrations(Path folder, List<Manifest.Migration> wanted) implements AutoCloseable {

  /// Finds them in this program.
  ///
  /// @throws BackupRefused when this program does not know one: it is older than the backup
  static Migrations of(Manifest manifest) throws IOException {
    Migrations migrations =
        new Migrations(Files.createTempDirectory("shouyue-migrations"), manifest.migrations());
    for (Manifest.Migration migration : manifest.migrations()) {
      String name = Path.of(migration.script()).getFileName().toString();
      try (InputStream in = Migrations.class.getResourceAsStream("/db/migration/" + name)) {
        if (in == null) {
          migrations.close();
          throw new BackupRefused(
              "备份来自更新的版本，本程序没有 %s / the backup is of a newer version".formatted(name));
        }
        Files.copy(in, migrations.folder().resolve(name));
      }
    }
    return migrations;
  }

  /// @throws BackupRefused when what was applied is not what the backup's server had applied
  void compare(List<Manifest.Migration> applied) {
    if (!applied.equals(wanted)) {
      throw new BackupRefused("备份的数据库结构与本程序不符 / the backup's tables are not those of this program");
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
