package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie tasks`; picocli asks for one of its subcommands.
@Command(
        name = "tasks",
        description = "Read, add, finish and export the tasks of a group on a running server.",
        synopsisSubcommandLabel = "COMMAND")
final class TasksCommand {}
