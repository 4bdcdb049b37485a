package org.shouyue.cli;

import picocli.CommandLine.Command;

/// `shouyue host …`: the host that the command runs on.
@Command(
    name = "host",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<command>",
    subcommands = {HostPorts.class})
final class HostCommands {}
