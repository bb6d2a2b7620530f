package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie devices`; picocli asks for one of its subcommands.
@Command(
        name = "devices",
        description = "See the badges that a running server knows, and decide who is let in.",
        synopsisSubcommandLabel = "COMMAND")
final class DevicesCommand {}
