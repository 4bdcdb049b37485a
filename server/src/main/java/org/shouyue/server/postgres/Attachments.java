package org.shouyue.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Which server processes use a database at present: one file each, named by process number and
/// start time, so that a process that was killed does not count. Used under the home's lock.
record Attachments(Path folder) {

  /// Adds this process and returns its file.
  Path add() {
    ProcessHandle self = ProcessHandle.current();
    Path file = folder.resolve(self.pid() + "_" + startMillis(self) + "_" + UUID.randomUUID());
    try {
      return Files.createFile(file);
    } catch (IOException e) {
      throw new PostgresException("cannot write " + file, e);
    }
  }

  /// Takes one away and says whether nobody is left.
  boolean removeAndIsEmpty(Path file) {
    try {
      Files.deleteIfExists(file);
      List<Path> all;
      try (Stream<Path> files = Files.list(folder)) {
        all = files.toList();
      }
      boolean empty = true;
      for (Path other : all) {
        if (lives(other)) {
          empty = false;
        } else {
          Files.deleteIfExists(other);
        }
      }
      return empty;
    } catch (IOException e) {
      throw new PostgresException("cannot read " + folder, e);
    }
  }

  private static boolean lives(Path file) {
    String[] parts = file.getFileName().toString().split("_", -1);
    return parts.length == 3
        && ProcessHandle.of(Long.parseLong(parts[0]))
            .filter(ProcessHandle::isAlive)
            .filter(process -> startMillis(process) == Long.parseLong(parts[1]))
            .isPresent();
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
