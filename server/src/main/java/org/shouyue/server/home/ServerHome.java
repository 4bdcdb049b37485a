package org.shouyue.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The folder in which this server keeps its database, evidence and keys.
///
/// Safe for several processes: a key is created once, by whoever comes first.
public final class ServerHome {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path root;

  /// Opens, and creates where absent, the home at this place.
  public ServerHome(Path root) {
    this.root = root.toAbsolutePath().normalize();
    directory(this.root);
  }

  /// The folder itself.
  public Path root() {
    return root;
  }

  /// A folder below, created where absent, readable by its owner only.
  public Path directory(String name) {
    return directory(root.resolve(name));
  }

  /// The random key of this name, 32 bytes, created on first use with mode 0600.
  public byte[] key(String name) {
    return HexFormat.of().parseHex(secret(name));
  }

  /// The random secret of this name, 64 hexadecimal digits, created on first use with mode 0600.
  public String secret(String name) {
    Path file = directory("keys").resolve(name);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or create the key " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    Path written =
        Files.createTempFile(
            file.getParent(),
            "new",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(written, HexFormat.of().formatHex(secret));
    try {
      Files.createLink(file, written); // unlike a move, fails when another process was faster
    } catch (FileAlreadyExistsException _) {
      // The other's secret is the one that counts.
    } catch (UnsupportedOperationException _) {
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(written);
  }

  private static Path directory(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the folder " + path, e);
    }
  }
}
