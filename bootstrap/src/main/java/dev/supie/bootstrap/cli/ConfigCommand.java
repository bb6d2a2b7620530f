package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie config`; picocli asks for a subcommand.
@Command(
        name = "config",
        description = "Begin, check or show the configuration.",
        synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {}
