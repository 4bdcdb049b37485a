package org.shouyue.server.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the small programs that come with PostgreSQL and the system, each with a time limit.
final class Commands {
  private Commands() {}

  /// What a finished command said.
  record Ended(int status, String output) {
    boolean ok() {
      return status == 0;
    }
  }

  /// Runs to the end and returns status and output. Its output goes through a file, because a
  /// database left running by the command must not hold our end of a pipe open.
  ///
  /// @throws PostgresException when the program is missing or takes longer than allowed
  static Ended run(List<String> command, Path directory, Duration limit) {
    Path output = null;
    try {
      output = Files.createTempFile("shouyue", ".out");
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
      builder.environment().put("LC_ALL", "C");
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      Process process = builder.start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new PostgresException(command + " did not end within " + limit);
      }
      return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new PostgresException("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("interrupted while running " + command.getFirst(), e);
    } finally {
      delete(output);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException _) {
        // A temporary file left behind does no harm.
      }
    }
  }
}
