package org.shouyue.server.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouyue.server.ShouyueServer;

/// A server in a process of its own, so that it can be killed.
public final class ServerProcess implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final StringBuffer said = new StringBuffer();

  private ServerProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  /// Starts a node on this database, with a quickly starting machine.
  public static ServerProcess start(TestDatabase.Address database, Path home, String... settings) {
    return start(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1"), database, home, settings);
  }

  /// Starts a node with the same machine as `./shouyue serve`, for what is measured.
  public static ServerProcess startAsDelivered(
      TestDatabase.Address database, Path home, String... settings) {
    return start(List.of("-Xmx512m", "-Xss512k"), database, home, settings);
  }

  private static ServerProcess start(
      List<String> flags, TestDatabase.Address database, Path home, String... settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ShouyueServer.class.getName());
    command.add("--server.port=0");
    command.add("--shouyue.home=" + home);
    command.add("--shouyue.db.url=" + database.url());
    command.add("--shouyue.db.user=" + database.user());
    command.add("--shouyue.db.password=" + database.password());
    command.add("--shouyue.admin-password=" + ServerUnderTest.ADMIN_PASSWORD);
    for (String setting : settings) {
      command.add("--" + setting);
    }
    try {
      return new ServerProcess(
          new ProcessBuilder(command).redirectErrorStream(true).directory(new File(".")).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
          port.complete(Integer.valueOf(matcher.group(1)));
        }
      }
    } catch (IOException e) {
      said.append(e);
    }
    port.completeExceptionally(new IllegalStateException("the server ended:\n" + said));
  }

  /// Where it listens; waits until it does.
  public int port() {
    try {
      return port.get(90, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the server did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What it has written so far.
  public String said() {
    return said.toString();
  }

  /// Kills it as `kill -9` does.
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
