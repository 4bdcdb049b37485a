package org.shouyue.server.drill.inject;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The services that drills may stop: those whose commands the administrator wrote into the
/// server's configuration, and no other. Commands are run as they are, without a shell.
public final class Services {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Map<String, Commands> allowed;

  public Services(Map<String, Commands> allowed) {
    this.allowed = Map.copyOf(allowed);
  }

  /// How a service is stopped, started, and asked whether it runs (exit code 0: it does). Program
  /// and arguments, the program by its absolute path.
  public record Commands(List<String> stop, List<String> start, List<String> status) {
    public Commands {
      stop = checked(stop);
      start = checked(start);
      status = checked(status);
    }

    private static List<String> checked(List<String> command) {
      if (command.isEmpty() || !command.getFirst().startsWith("/")) {
        throw new IllegalArgumentException(
            "a command begins with the absolute path of its program, not " + command);
      }
      return List.copyOf(command);
    }
  }

  /// The names that may be used.
  public List<String> names() {
    return List.copyOf(new TreeMap<>(allowed).keySet());
  }

  boolean runs(String service) {
    return run(commands(service).status()) == 0;
  }

  void stop(String service) {
    must(service, commands(service).stop());
  }

  /// Starts it; nothing when it runs already.
  void start(String service) {
    if (!runs(service)) {
      must(service, commands(service).start());
    }
  }

  private Commands commands(String service) {
    Commands found = allowed.get(service);
    if (found == null) {
      throw new InjectionRefused("service", "not a service that drills may stop: " + service);
    }
    return found;
  }

  private static void must(String service, List<String> command) {
    int code = run(command);
    if (code != 0) {
      throw new InjectionRefused(
          "service", "%s answered %d for %s".formatted(command.getFirst(), code, service));
    }
  }

  private static int run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new InjectionRefused("service", command.getFirst() + " does not end");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new InjectionRefused("service", "cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InjectionRefused("service", "interrupted while running " + command.getFirst(), e);
    }
  }
}
