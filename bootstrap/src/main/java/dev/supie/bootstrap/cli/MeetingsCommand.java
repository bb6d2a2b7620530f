package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie meetings`; picocli asks for one of its subcommands.
@Command(
        name = "meetings",
        description = "Read, export and delete the meetings that a running server has recorded.",
        synopsisSubcommandLabel = "COMMAND")
final class MeetingsCommand {}
