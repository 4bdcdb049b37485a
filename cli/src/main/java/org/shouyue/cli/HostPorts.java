package org.shouyue.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.shouyue.engine.host.ListeningPort;
import org.shouyue.engine.host.ListeningPorts;
import org.shouyue.engine.host.PortSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `shouyue host ports`: what listens here.
@Command(
    name = "ports",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class HostPorts implements Callable<Integer> {

  enum Format {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      descriptionKey = "format")
  private Format format;

  @Override
  public Integer call() {
    return switch (new ListeningPorts(Path.of("/proc"), "localhost", InstantSource.system())
        .read()) {
      case ListeningPorts.Reading.Complete(PortSnapshot snapshot) -> {
        tell(snapshot);
        yield 0;
      }
      case ListeningPorts.Reading.Unknown(String detail) -> {
        spec.commandLine().getErr().println(detail);
        yield Main.INCOMPLETE;
      }
    };
  }

  private void tell(PortSnapshot snapshot) {
    var out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(
          new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(snapshot.facts()));
      return;
    }
    for (ListeningPort port : snapshot.ports()) {
      out.println(
          "%-32s uid %-6d %s"
              .formatted(
                  port.written(),
                  port.user(),
                  port.owner() == null
                      ? "-"
                      : port.owner().name() + " (" + port.owner().pid() + ")"));
    }
    if (snapshot.unreadableProcesses() > 0) {
      spec.commandLine()
          .getErr()
          .println(Words.say("host.unreadable", snapshot.unreadableProcesses()));
    }
  }
}
