package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie models`; picocli asks for a subcommand.
@Command(
        name = "models",
        description = "Fetch or check the speech models.",
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {}
