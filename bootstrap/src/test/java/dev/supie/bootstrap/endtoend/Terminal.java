package dev.supie.bootstrap.endtoend;

import dev.supie.bootstrap.admin.AdminClient;
import dev.supie.bootstrap.cli.Machine;
import dev.supie.bootstrap.cli.SupieCommandLine;
import dev.supie.bootstrap.devices.DeviceClient;
import dev.supie.bootstrap.meetings.MeetingClient;
import dev.supie.bootstrap.tasks.TaskClient;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An administrator's terminal in a folder: runs `supie devices …`, `supie meetings …`, `supie
/// tasks …`, `supie admin …`, `supie backup …` and `supie restore …`.
final class Terminal {

    private final Path folder;

    Terminal(Path folder) {
        this.folder = folder;
    }

    /// What a command came to.
    record Said(int status, String out, String err) {}

    Said devices(String... words) {
        return run("devices", words);
    }

    Said meetings(String... words) {
        return run("meetings", words);
    }

    Said tasks(String... words) {
        return run("tasks", words);
    }

    Said admin(String... words) {
        return run("admin", words);
    }

    Said backup(String... words) {
        return run("backup", words);
    }

    Said restore(String... words) {
        return run("restore", words);
    }

    private Said run(String command, String... words) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(words));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                new SupieCommandLine(
                                (_, _, _) -> {
                                    throw new AssertionError("nothing is served here");
                                },
                                (_, _, _) -> {
                                    throw new AssertionError("nothing is shown here");
                                },
                                new DeviceClient(),
                                new MeetingClient(),
                                new TaskClient(),
                                new AdminClient(),
                                new Machine(Map.of(), folder, 2))
                        .run(
                                arguments.toArray(String[]::new),
                                new PrintWriter(out),
                                new PrintWriter(err));
        return new Said(status, out.toString(), err.toString());
    }
}
