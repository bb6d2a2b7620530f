package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;

/// `supie peer`; picocli asks for a subcommand.
@Command(
        name = "peer",
        description = "Explain the rules for messages from badge to badge.",
        synopsisSubcommandLabel = "COMMAND")
final class PeerCommand {}
