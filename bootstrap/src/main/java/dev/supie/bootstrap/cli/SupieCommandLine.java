package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.Management;
import dev.supie.bootstrap.management.HttpManagement;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintWriter;

/// The `supie` command: parses arguments, reads the configuration, and calls what is plugged in.
///
/// Exit status: 0 done, 2 wrong use or wrong configuration, 69 if the server may start later
/// (CFG-3), otherwise what the action returned.
public final class SupieCommandLine {

    private final ServeAction serve;
    private final DemoAction demo;
    private final DevicesAction devices;
    private final MeetingsAction meetings;
    private final TasksAction tasks;
    private final AdminAction admin;
    private final Machine machine;

    public SupieCommandLine(
            ServeAction serve,
            DemoAction demo,
            DevicesAction devices,
            MeetingsAction meetings,
            TasksAction tasks,
            AdminAction admin,
            Machine machine) {
        this.serve = serve;
        this.demo = demo;
        this.devices = devices;
        this.meetings = meetings;
        this.tasks = tasks;
        this.admin = admin;
        this.machine = machine;
    }

    /// Runs one command and returns the exit status; both writers are flushed. An exception out of
    /// an action is printed to `err` with its stack, and the status is 1.
    public int run(String[] arguments, PrintWriter out, PrintWriter err) {
        var output = new Output(out, err);
        Management management = new HttpManagement();
        var asking = new ConfigurationLoader(machine, management);
        // Only who looks at the configuration itself, or runs the server, waits for another one.
        var configuration = new ConfigurationLoader(machine, management.unasked());
        var servers = new ServerChoice(configuration, machine, output);
        var config =
                new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigInitCommand(machine, output))
                        .addSubcommand(new ConfigCheckCommand(asking, output))
                        .addSubcommand(new ConfigShowCommand(asking, output));
        var peer =
                new CommandLine(new PeerCommand())
                        .addSubcommand(new PeerExplainCommand(configuration, output));
        var coding =
                new CommandLine(new CodingCommand())
                        .addSubcommand(
                                new CommandLine(new CodingPipeCommand(machine, output))
                                        .setStopAtPositional(true));
        var models =
                new CommandLine(new ModelsCommand())
                        .addSubcommand(new ModelsFetchCommand(configuration, machine, output))
                        .addSubcommand(new ModelsCheckCommand(configuration, machine, output));
        var eval =
                new CommandLine(new EvalCommand())
                        .addSubcommand(new EvalMeetingsCommand(configuration, output))
                        .setCaseInsensitiveEnumValuesAllowed(true);
        var looking = new AdminStep(admin, servers, output);
        var supie =
                new CommandLine(new RootCommand())
                        .addSubcommand(new ServeCommand(serve, asking, output))
                        .addSubcommand(new DemoCommand(demo, configuration, machine, output))
                        .addSubcommand(devices(servers, output))
                        .addSubcommand(meetings(servers, output))
                        .addSubcommand(tasks(servers, output))
                        .addSubcommand(AdminCommand.with(looking))
                        .addSubcommand(new BackupCommand(looking, machine.folder()))
                        .addSubcommand(new RestoreCommand(looking, machine.folder()))
                        .addSubcommand(peer)
                        .addSubcommand(coding)
                        .addSubcommand(new WebhookEchoCommand(output))
                        .addSubcommand(config)
                        .addSubcommand(models)
                        .addSubcommand(new TranscribeCommand(configuration, machine, output))
                        .addSubcommand(eval)
                        .setOut(out)
                        .setErr(err)
                        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                        .setExpandAtFiles(false)
                        .setParameterExceptionHandler(SupieCommandLine::explainWrongUse);
        try {
            return supie.execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private CommandLine devices(ServerChoice servers, Output output) {
        var step = new DevicesStep(devices, servers, output);
        return new CommandLine(new DevicesCommand())
                .addSubcommand(new DevicesListCommand(step))
                .addSubcommand(new DevicesApproveCommand(step))
                .addSubcommand(new DevicesRejectCommand(step))
                .addSubcommand(new DevicesRevokeCommand(step))
                .addSubcommand(new DevicesForgetCommand(step));
    }

    private CommandLine meetings(ServerChoice servers, Output output) {
        var step = new MeetingsStep(meetings, servers, output);
        return new CommandLine(new MeetingsCommand())
                .addSubcommand(new MeetingsListCommand(step))
                .addSubcommand(new MeetingsShowCommand(step))
                .addSubcommand(new MeetingsExportCommand(step, machine.folder()))
                .addSubcommand(new MeetingsDeleteCommand(step))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private CommandLine tasks(ServerChoice servers, Output output) {
        var step = new TasksStep(tasks, servers, output);
        return new CommandLine(new TasksCommand())
                .addSubcommand(new TasksListCommand(step))
                .addSubcommand(new TasksAddCommand(step))
                .addSubcommand(new TasksDoneCommand(step))
                .addSubcommand(new TasksExportCommand(step, machine.folder()))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// The whole help would bury the one line that says what is wrong.
    private static int explainWrongUse(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("supie: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println(
                "Run '"
                        + command.getCommandSpec().qualifiedName()
                        + " --help' to see what there is.");
        return CommandLine.ExitCode.USAGE;
    }
}
