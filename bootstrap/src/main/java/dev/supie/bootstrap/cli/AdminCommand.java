package dev.supie.bootstrap.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `supie admin`; picocli asks for one of its subcommands.
@Command(
        name = "admin",
        description = "Look after a running server.",
        synopsisSubcommandLabel = "COMMAND")
final class AdminCommand {

    static CommandLine with(AdminStep step) {
        return new CommandLine(new AdminCommand())
                .addSubcommand(new AdminServerCommand(step))
                .addSubcommand(new AdminOnlineCommand(step))
                .addSubcommand(new AdminKickCommand(step))
                .addSubcommand(new AdminMeetingsCommand(step))
                .addSubcommand(new AdminQueuesCommand(step))
                .addSubcommand(new AdminPurgeCommand(step))
                .addSubcommand(new AdminLogLevelCommand(step))
                .addSubcommand(new AdminReloadCommand(step));
    }
}
