package org.shouyue.cli;

import picocli.CommandLine.Command;

/// `shouyue evidence …`: packages of evidence.
@Command(
    name = "evidence",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<command>",
    subcommands = {EvidenceVerify.class})
final class EvidenceCommands {}
