package org.shouyue.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The real server as a child process, as `shouyue serve` starts it.
final class ServerProcess implements AutoCloseable {

  private static final String LISTENING = "listening on ";

  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// Starts the server and waits until it listens.
  ///
  /// @param installation the folder of the built product
  /// @param settings environment variables of the server
  /// @throws DemoFailed when it ends before it listens; the message carries its last words
  static ServerProcess start(Path installation, Map<String, String> settings, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path cache = installation.resolve("server/target/server.aot");
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-Xmx512m",
            "-Xlog:disable",
            "-Xlog:all=warning,aot*=off,cds*=off:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(installation.resolve("server/target")),
            "org.shouyue.server.ShouyueServer"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      // A demo that is told to end must not leave its server behind.
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
      return new ServerProcess(process, awaitListening(process, log));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  URI address() {
    return address;
  }

  /// Waits for the server to end by itself or by a signal.
  void await() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(30))) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static URI awaitListening(Process process, Path log) throws IOException {
    BufferedReader output = process.inputReader();
    PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true);
    String line;
    while ((line = output.readLine()) != null) {
      copy.println(line);
      int at = line.indexOf(LISTENING);
      if (at >= 0) {
        keepLogging(output, copy);
        return URI.create(line.substring(at + LISTENING.length()).trim());
      }
    }
    copy.close();
    throw new DemoFailed("the server ended before it listened:\n" + lastLines(log));
  }

  /// Reads on into the log, so that a talkative server never blocks on a full pipe.
  private static void keepLogging(BufferedReader output, PrintWriter copy) {
    Thread.ofVirtual()
        .name("server output")
        .start(() -> {
          try (output;
              copy) {
            String line;
            while ((line = output.readLine()) != null) {
              copy.println(line);
            }
          } catch (IOException ended) {
            copy.println("the server's output ended: " + ended.getMessage());
          }
        });
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private static String classPath(Path target) {
    try (Stream<Path> own = Files.list(target);
        Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      List<String> jars =
          Stream.concat(
                  own.filter(file -> file.getFileName().toString().startsWith("shouyue-server-")),
                  libraries.sorted())
              .map(Path::toString)
              .filter(name -> name.endsWith(".jar"))
              .toList();
      return String.join(java.io.File.pathSeparator, jars);
    } catch (IOException absent) {
      @Nullable String message = absent.getMessage();
      throw new DemoFailed("the server is not built: " + message);
    }
  }
}
