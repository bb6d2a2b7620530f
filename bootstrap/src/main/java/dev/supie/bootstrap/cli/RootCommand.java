package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `supie` itself; picocli asks for a subcommand. Every subcommand inherits `--help`.
@Command(
        name = "supie",
        description = "The server behind voice badges.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Run 'supie COMMAND --help' for the options of a command."})
@SuppressWarnings("UnusedVariable") // Picocli looks for the annotations, nobody for the values.
final class RootCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and stop.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and stop.")
    private boolean version;
}
