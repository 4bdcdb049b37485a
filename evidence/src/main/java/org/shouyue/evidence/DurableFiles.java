package org.shouyue.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writing that survives a crash: the file's bytes reach the disk before its name appears, and the
/// name before anybody is told.
final class DurableFiles {
  private DurableFiles() {}

  /// Gives a fully written and forced file its final name, replacing what has it.
  static void publish(Path temporary, Path target) throws IOException {
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(folderOf(target));
  }

  /// The folder that a file is in.
  static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a root is no file: " + file);
    }
    return parent;
  }

  /// Makes a folder and those above it, each forced into its parent.
  static void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolders(parent);
    }
    try {
      Files.createDirectory(folder);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    if (parent != null) {
      forceFolder(parent);
    }
  }

  static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Writes a small file by way of a temporary one beside it.
  static void write(Path target, byte[] content) throws IOException {
    Path temporary = Files.createTempFile(folderOf(target), ".new-", "");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      publish(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
