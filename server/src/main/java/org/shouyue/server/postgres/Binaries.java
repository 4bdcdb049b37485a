package org.shouyue.server.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once from the class path.
record Binaries(Path directory) {

  /// The programs below this folder, unpacked there when absent. The folder appears complete or not
  /// at all.
  static Binaries in(Path base) {
    Path target = base.resolve(name());
    if (Files.isExecutable(target.resolve("bin/postgres"))) {
      return new Binaries(target);
    }
    try {
      Path unpacked = Files.createTempDirectory(base, ".unpacking");
      unpack(archive(), unpacked);
      Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      throw new PostgresException("cannot unpack PostgreSQL into " + target, e);
    } catch (IOException e) {
      throw new PostgresException("the PostgreSQL archive on the class path is unreadable", e);
    }
    return new Binaries(target);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  static String name() {
    return "postgres-" + version();
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = Binaries.class.getResourceAsStream("/postgres.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new PostgresException("postgres.properties is missing from the class path", e);
    }
    return properties.getProperty("version");
  }

  private static String archive() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (arch) {
      case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
      case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
      default ->
          throw new PostgresException(
              "no PostgreSQL for " + arch + " is packed in; name one by SHOUYUE_DB_URL");
    };
  }

  private static void unpack(String resource, Path target) throws IOException {
    @Nullable InputStream packed = Binaries.class.getResourceAsStream(resource);
    if (packed == null) {
      throw new PostgresException(resource + " is not on the class path");
    }
    try (packed;
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, target);
      }
    }
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new PostgresException("the archive names a file outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, path);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
