package org.shouyue.cli;

import picocli.CommandLine.Command;

/// `shouyue audit …`: exported audit trails.
@Command(
    name = "audit",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<command>",
    subcommands = {AuditVerify.class})
final class AuditCommands {}
