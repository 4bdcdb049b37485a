package org.shouyue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shouyue.cli.demo.Demo;
import org.shouyue.cli.demo.DemoFailed;
import org.shouyue.cli.demo.DemoSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shouyue demo`: a contract year, end to end, in minutes.
@Command(
    name = "demo",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--contract", paramLabel = "FILE")
  private @Nullable Path contract;

  @Option(names = "--once")
  private boolean once;

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Option(names = "--port", defaultValue = "8765", paramLabel = "PORT")
  private int port;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path installation = Path.of(System.getProperty("shouyue.root", "")).toAbsolutePath();
    Path document =
        contract == null
            ? installation.resolve("contract/samples/demo-site-and-host.txt")
            : contract;
    if (!Files.isRegularFile(document)) {
      throw new BadInput(Words.say("file.absent", document));
    }
    try {
      Demo.run(
          new DemoSettings(
              installation,
              document,
              home == null ? Files.createTempDirectory("shouyue-demo-") : home,
              once ? 0 : port,
              once,
              Words.chinese()),
          spec.commandLine().getOut());
      return 0;
    } catch (DemoFailed failed) {
      err.println(failed.getMessage());
      return Main.INCOMPLETE;
    }
  }
}
