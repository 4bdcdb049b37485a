package org.shouyue.cli;

import picocli.CommandLine.Command;

/// `shouyue contract …`: what a contract document promises, and when.
@Command(
    name = "contract",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<command>",
    subcommands = {ContractRead.class, ContractPlanning.class, ContractScoring.class})
final class ContractCommands {}
