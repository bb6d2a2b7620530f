package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie coding`; picocli asks for a subcommand.
@Command(
        name = "coding",
        description = "Let a badge hear of builds on this machine.",
        synopsisSubcommandLabel = "COMMAND")
final class CodingCommand {}
