package org.shouyue.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// The `shouyue` command line.
@Command(
    name = "shouyue",
    resourceBundle = "org.shouyue.cli.messages",
    version = "Shouyue 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<command>",
    subcommands = {
      ContractCommands.class,
      EvidenceCommands.class,
      AuditCommands.class,
      ExportCommands.class,
      SiteCommands.class,
      HostCommands.class,
      DemoCommand.class
    })
public final class Main {

  /// Bad use or bad input, as every command answers it.
  static final int BAD_INPUT = 2;

  /// The work could not be completed; what was completed is still printed.
  static final int INCOMPLETE = 3;

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    Locale.setDefault(locale(System.getenv()));
    int exit = run(arguments, utf8(System.out), utf8(System.err));
    System.exit(exit);
  }

  /// Runs one command.
  ///
  /// @param out where results go
  /// @param err where progress and messages go
  /// @return the exit code
  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLine commands = commands();
    commands.setOut(out).setErr(err);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
    commands.setExecutionExceptionHandler(new Failures());
    int exit = commands.execute(arguments);
    out.flush();
    err.flush();
    return exit;
  }

  /// Every command there is.
  static CommandLine commands() {
    return new CommandLine(new Main());
  }

  /// The reader's language by the usual variables: Chinese where one of them starts with `zh`, else
  /// English. Java's own choice needs the locale to be installed, which small servers have not.
  static Locale locale(Map<String, String> environment) {
    for (String name : new String[] {"SHOUYUE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }

  private static PrintWriter utf8(java.io.PrintStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
