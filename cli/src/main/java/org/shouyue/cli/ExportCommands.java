package org.shouyue.cli;

import picocli.CommandLine.Command;

/// `shouyue export …`: files that left the server.
@Command(
    name = "export",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<command>",
    subcommands = {ExportTrace.class})
final class ExportCommands {}
