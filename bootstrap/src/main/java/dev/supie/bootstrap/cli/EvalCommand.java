package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie eval`; picocli asks for a subcommand.
@Command(
        name = "eval",
        description = "Measure how good what Supie writes is.",
        synopsisSubcommandLabel = "COMMAND")
final class EvalCommand {}
