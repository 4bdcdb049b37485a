package org.shouyue.server.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.shouyue.server.home.ServerHome;
import org.springframework.stereotype.Component;

/// The bytes themselves, one file for each digest, in the server's home. A file appears complete
/// and on disk, or not at all.
@Component
final class ContentFiles {
  private final Path folder;

  ContentFiles(ServerHome home) {
    this.folder = home.directory("evidence");
  }

  void keep(String sha256, byte[] content) {
    Path file = file(sha256);
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(file.getParent(), ".new", "");
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          int _ = channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(file.getParent())) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store evidence in " + file, e);
    }
  }

  /// The bytes with this digest, empty when the file is gone. Not checked here.
  Optional<byte[]> read(String sha256) {
    try {
      return Optional.of(Files.readAllBytes(file(sha256)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the evidence " + sha256, e);
    }
  }

  private Path file(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
