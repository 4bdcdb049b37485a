package org.shouyue.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The running server process of a data folder, as its `postmaster.pid` tells and the process table
/// confirms.
record Postmaster(ProcessHandle process, int port) {
  /// The file's time has whole seconds, the process table's is counted from the boot time.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /// The one that runs now; empty when none does. A file left over from a process that is gone, and
  /// whose number went to another program since, is removed: PostgreSQL alone would refuse to
  /// start.
  static Optional<Postmaster> of(Path data) {
    Path file = data.resolve("postmaster.pid");
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PostgresException("cannot read " + file, e);
    }
    if (lines.size() < 4) {
      return Optional.empty();
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return Optional.empty();
    }
    Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    if (!isPostmaster(process.get(), started)) {
      removeLeftOver(file, data);
      return Optional.empty();
    }
    return Optional.of(new Postmaster(process.get(), Integer.parseInt(lines.get(3).strip())));
  }

  private static boolean isPostmaster(ProcessHandle process, Instant started) {
    boolean sameTime =
        process
            .info()
            .startInstant()
            .map(at -> Duration.between(at, started).abs().compareTo(CLOCK_TOLERANCE) < 0)
            .orElse(true);
    boolean sameProgram = process.info().command().map(c -> c.endsWith("/postgres")).orElse(true);
    return sameTime && sameProgram;
  }

  private static void removeLeftOver(Path file, Path data) {
    if (anyProcessIn(data)) {
      throw new PostgresException(
          "processes of a PostgreSQL server that died still use " + data + "; try again shortly");
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new PostgresException("cannot remove the left-over " + file, e);
    }
  }

  /// Whether any process works in this folder, as all of PostgreSQL's do.
  static boolean anyProcessIn(Path data) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes.anyMatch(process -> worksIn(process, data));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean worksIn(Path process, Path data) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data);
    } catch (IOException | UnsupportedOperationException _) {
      return false; // not a process, gone, or another user's
    }
  }
}
