package org.shouyue.cli;

import picocli.CommandLine.Command;

/// `shouyue site …`: web sites, seen from outside and inside a permit.
@Command(
    name = "site",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<command>",
    subcommands = {SiteAvailability.class, SiteCertificate.class})
final class SiteCommands {}
