package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.SupieConfig;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole command line; what it would have done is written down instead, and each kind of action
/// has a status of its own.
final class WrittenLine {

    static final int SERVED = 7;
    static final int ASKED_DEVICES = 6;
    static final int PLAYED = 5;
    static final int ASKED_MEETINGS = 4;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<SupieConfig> served = new ArrayList<>();
    final List<DevicesAction.Wish> devices = new ArrayList<>();
    final List<MeetingsAction.Wish> meetings = new ArrayList<>();
    final List<RunningServer> servers = new ArrayList<>();
    final List<DemoAction.Play> demos = new ArrayList<>();
    Optional<RuntimeException> demoDefect = Optional.empty();

    private final Path folder;

    /// @param folder the one it is called in
    WrittenLine(Path folder) {
        this.folder = folder;
    }

    /// How much was done by now.
    int actions() {
        return served.size() + demos.size() + devices.size() + meetings.size();
    }

    void assertWrongUse(String message, String command, String... arguments) {
        err.getBuffer().setLength(0);

        assertEquals(2, run(arguments));

        assertEquals(
                "supie: " + message + "\nRun 'supie" + command + " --help' to see what there is.\n",
                err.toString());
        assertEquals("", out.toString());
        assertEquals(0, actions());
    }

    int run(String... arguments) {
        DevicesAction devicesAction =
                (wish, server, _, _) -> {
                    devices.add(wish);
                    servers.add(server);
                    return ASKED_DEVICES;
                };
        MeetingsAction meetingsAction =
                (wish, server, _, _) -> {
                    meetings.add(wish);
                    servers.add(server);
                    return ASKED_MEETINGS;
                };
        return new SupieCommandLine(
                        this::serve,
                        this::play,
                        devicesAction,
                        meetingsAction,
                        (_, _, _, _) -> 3,
                        (_, _, _, _) -> 2,
                        new Machine(Map.of(), folder, 2))
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    private int serve(ConfigResult.Loaded loaded, PrintWriter output, PrintWriter errors) {
        served.add(loaded.config());
        output.println("serving");
        return SERVED;
    }

    private int play(DemoAction.Play play, PrintWriter output, PrintWriter errors) {
        demoDefect.ifPresent(
                defect -> {
                    throw defect;
                });
        demos.add(play);
        return PLAYED;
    }
}
