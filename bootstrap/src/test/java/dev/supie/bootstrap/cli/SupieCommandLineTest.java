package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.config.SupieConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SupieCommandLineTest {

    @TempDir private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<SupieConfig> served = new ArrayList<>();
    private final List<DevicesAction.Wish> wishes = new ArrayList<>();
    private final List<MeetingsAction.Wish> meetingWishes = new ArrayList<>();
    private final List<RunningServer> servers = new ArrayList<>();
    private final List<DemoAction.Play> demos = new ArrayList<>();
    private Optional<RuntimeException> demoDefect = Optional.empty();

    @Test
    void servesTheConfigurationOfTheDefaultFile() throws IOException {
        Files.writeString(folder.resolve("supie.yaml"), "server: {port: 1}");

        assertEquals(7, run("serve"));

        assertEquals(1, served.getFirst().server().port());
        assertEquals("serving\n", out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void servesWithoutAnyFile() {
        assertEquals(7, run("serve"));

        assertEquals(8004, served.getFirst().server().port());
    }

    @Test
    void servesAnotherFileWithSettings() throws IOException {
        Files.writeString(folder.resolve("my file.yaml"), "server: {port: 1, http_port: 1}");

        int status =
                run(
                        "serve",
                        "--config",
                        "my file.yaml",
                        "--data",
                        "/my data",
                        "--set",
                        "server.http_port=2",
                        "--set=server.max_connections=3");

        assertEquals(7, status);
        SupieConfig config = served.getFirst();
        assertEquals(1, config.server().port());
        assertEquals(2, config.server().httpPort());
        assertEquals(3, config.server().maxConnections());
        assertEquals(Path.of("/my data"), config.data().directory());
    }

    @Test
    void wrongConfigurationServesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("supie.yaml"), "server: {prot: 1, port: x}");

        assertEquals(2, run("serve"));

        assertEquals(List.of(), served);
        assertEquals("", out.toString());
        assertEquals(
                file
                        + ":1: server.prot = 1: is not a key of Supie; did you mean server.port?\n"
                        + file
                        + ":1: server.port = x: is not a whole number; use a whole number from 0"
                        + " to 65535 (default 8004)\n"
                        + "supie: 2 problems in the configuration\n",
                err.toString());
    }

    @Test
    void wrongDataFolderNamesItsOption() {
        assertEquals(2, run("serve", "--data", "a\u0007b"));

        assertTrue(err.toString().startsWith("--data: data.dir = a b: contains control"));
    }

    @Test
    void runsTheDemo() {
        assertEquals(5, run("demo", "--fast"));
        assertEquals(5, run("demo", "--dir", "elsewhere"));

        List<DemoAction.Play.Spoken> spoken =
                demos.stream().map(DemoAction.Play.Spoken.class::cast).toList();
        assertEquals(folder.resolve("models"), spoken.getFirst().models().folder());
        assertEquals(folder.resolve("elsewhere"), spoken.getLast().models().folder());
        assertEquals(
                List.of(true, false), spoken.stream().map(DemoAction.Play.Spoken::fast).toList());
        assertEquals(
                List.of(false, false), spoken.stream().map(DemoAction.Play.Spoken::live).toList());
    }

    @Test
    void withoutModelsTheDemoIsTyped() {
        assertEquals(5, run("demo"));

        assertEquals(List.of(new DemoAction.Play.Typed()), demos);
        assertTrue(out.toString().contains("./supie models fetch --dir " + folder), out::toString);
    }

    @Test
    void theTypedDemoNeedsNoConfiguration() throws IOException {
        Files.writeString(folder.resolve("supie.yaml"), "this is wrong");

        assertEquals(5, run("demo", "--text"));
        assertEquals(2, run("demo"));

        assertEquals(List.of(new DemoAction.Play.Typed()), demos);
    }

    @Test
    void theDemoIsEitherFastOrTyped() {
        assertEquals(2, run("demo", "--fast", "--text"));

        assertEquals(List.of(), demos);
        assertTrue(err.toString().contains("--fast"), err.toString());
    }

    @Test
    void onlyATerminalThatCanIsDrawnAnew() {
        assertTrue(machine(Map.of("TERM", "xterm"), true).isLive());
        assertTrue(machine(Map.of("TERM", "xterm", "NO_COLOR", ""), true).isLive());
        assertFalse(machine(Map.of("TERM", "xterm"), false).isLive());
        assertFalse(machine(Map.of("TERM", "xterm", "NO_COLOR", "1"), true).isLive());
        assertFalse(machine(Map.of("TERM", "dumb"), true).isLive());
        assertFalse(machine(Map.of(), true).isLive());
    }

    private Machine machine(Map<String, String> variables, boolean terminal) {
        return new Machine(variables, folder, 2, terminal);
    }

    @Test
    void checksAFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "idle_warning_seconds: 31");

        assertEquals(0, run("config", "check", "a.yaml"));

        assertEquals("a.yaml: ok\n", out.toString());
        assertTrue(err.toString().endsWith("idle_warning_seconds = 31: is above 30; 30 is used\n"));
    }

    @Test
    void checksAWrongFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "nope: 31");

        assertEquals(2, run("config", "check", "a.yaml"));

        assertEquals("", out.toString());
        assertTrue(err.toString().endsWith("supie: 1 problem in the configuration\n"));
    }

    @Test
    void showsWhatIsInForce() {
        assertEquals(0, run("config", "show", "--set", "server.port=1"));

        assertTrue(out.toString().contains("\n  port: 1                   "), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void acceptsTheSampleFile() {
        Path sample = Path.of("../config/supie.sample.yaml").toAbsolutePath();

        assertEquals(0, run("config", "check", sample.toString()), err.toString());

        assertEquals("", err.toString());
    }

    @Test
    void helpGoesToOut() {
        assertEquals(0, run("--help"));

        assertTrue(out.toString().startsWith("Usage: supie [-hV] COMMAND\n"), out.toString());
        assertTrue(out.toString().contains("Commands:\n  serve "), out.toString());
        assertEquals("", err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "demo",
                "devices",
                "devices list",
                "devices approve",
                "devices reject",
                "devices revoke",
                "webhook-echo",
                "meetings",
                "meetings list",
                "meetings show",
                "meetings export",
                "meetings delete",
                "config",
                "config check",
                "config show"
            })
    void everyCommandHasHelp(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add("--help");

        assertEquals(0, run(words.toArray(String[]::new)));

        assertTrue(out.toString().startsWith("Usage: supie " + command + " "), out.toString());
        assertEquals(0, served.size() + demos.size() + wishes.size() + meetingWishes.size());
    }

    @Test
    void asksForBadges() {
        assertEquals(6, run("devices", "list"));
        assertEquals(6, run("devices", "list", "--state", "pending", "--json"));
        assertEquals(6, run("devices", "approve", "123456"));
        assertEquals(6, run("devices", "reject", "123 456"));
        assertEquals(6, run("devices", "revoke", "94:a9:90:00:00:01"));

        assertEquals(
                List.of(
                        new DevicesAction.Wish.Show(Optional.empty(), false),
                        new DevicesAction.Wish.Show(Optional.of("pending"), true),
                        new DevicesAction.Wish.Approve("123456"),
                        new DevicesAction.Wish.Reject("123 456"),
                        new DevicesAction.Wish.Revoke("94:a9:90:00:00:01")),
                wishes);
        assertEquals(folder.resolve("data"), servers.getFirst().dataFolder());
        assertEquals(Optional.empty(), servers.getFirst().url());
    }

    @Test
    void asksForMeetings() {
        assertEquals(4, run("meetings", "list"));
        assertEquals(4, run("meetings", "list", "--device", "AA:01", "--limit", "500", "--json"));
        assertEquals(4, run("meetings", "show", "m1"));
        assertEquals(4, run("meetings", "show", "m1", "--json"));
        assertEquals(4, run("meetings", "export", "m1"));
        assertEquals(4, run("meetings", "export", "m1", "--format", "txt", "-o", "a b.txt"));
        assertEquals(4, run("meetings", "delete", "m1"));

        assertEquals(
                List.of(
                        new MeetingsAction.Wish.Enumerate(Optional.empty(), 20, false),
                        new MeetingsAction.Wish.Enumerate(Optional.of("AA:01"), 500, true),
                        new MeetingsAction.Wish.Show("m1", false),
                        new MeetingsAction.Wish.Show("m1", true),
                        new MeetingsAction.Wish.Export(
                                "m1", MeetingsAction.Form.MD, Optional.empty()),
                        new MeetingsAction.Wish.Export(
                                "m1",
                                MeetingsAction.Form.TXT,
                                Optional.of(folder.resolve("a b.txt"))),
                        new MeetingsAction.Wish.Delete("m1", false)),
                meetingWishes);
        assertEquals(folder.resolve("data"), servers.getFirst().dataFolder());
    }

    @Test
    void wrongUseOfMeetingsAsksNobody() {
        assertWrongUse(
                "--limit must be from 1 to 1000000",
                " meetings list",
                "meetings",
                "list",
                "--limit",
                "0");
        assertWrongUse(
                "Missing required parameter: 'ID'", " meetings delete", "meetings", "delete");
        assertWrongUse("Missing required subcommand", " meetings", "meetings");
        assertEquals(2, run("meetings", "export", "m1", "--format", "pdf"));
        assertTrue(err.toString().contains("'pdf'"), err.toString());
        assertEquals(List.of(), meetingWishes);
    }

    @Test
    void asksTheServerThatIsMeant() throws IOException {
        Files.writeString(folder.resolve("my.yaml"), "server: {http_port: 1, admin_token: a}");

        run(
                "devices",
                "list",
                "--config",
                "my.yaml",
                "--data",
                "/my data",
                "--url=http://h:2",
                "--token-file",
                "t");

        RunningServer server = servers.getFirst();
        assertEquals(1, server.config().server().httpPort());
        assertEquals(Path.of("/my data"), server.dataFolder());
        assertEquals(Optional.of("http://h:2"), server.url());
        assertEquals(Optional.of(folder.resolve("t")), server.tokenFile());
    }

    @Test
    void wrongConfigurationAsksNobody() {
        assertEquals(2, run("devices", "list", "--set", "server.prot=1"));

        assertEquals(List.of(), wishes);
        assertTrue(err.toString().contains("server.prot"), err.toString());
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertEquals(0, run("--version"));

        assertEquals("supie " + Version.current() + "\n", out.toString());
        assertTrue(Version.current().matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?"));
    }

    @Test
    void noCommandIsWrongUse() {
        assertWrongUse("Missing required subcommand", "");
        assertWrongUse("Missing required subcommand", " config", "config");
        assertWrongUse("Missing required subcommand", " devices", "devices");
        assertWrongUse(
                "Missing required parameter: 'CODE|ID'", " devices approve", "devices", "approve");
    }

    @Test
    void unknownWordsAreWrongUse() {
        assertWrongUse("Unknown option: '--port'", " serve", "serve", "--port");
        assertWrongUse("Unmatched argument at index 1: 'now'", " demo", "demo", "now");
        assertWrongUse("Missing required parameter: 'FILE'", " config check", "config", "check");
        assertWrongUse(
                "--set needs KEY=VALUE, for instance server.port=8004",
                " serve",
                "serve",
                "--set",
                "server.port");
        assertWrongUse(
                "webhook-echo needs a port from 0 to 65535 and no empty secret",
                " webhook-echo",
                "webhook-echo",
                "--port",
                "65536");
        assertWrongUse(
                "webhook-echo needs a port from 0 to 65535 and no empty secret",
                " webhook-echo",
                "webhook-echo",
                "--secret",
                "");
    }

    @Test
    void nearlyRightCommandIsSuggested() {
        assertEquals(2, run("sevre"));

        assertTrue(err.toString().contains("Did you mean: supie serve"), err.toString());
    }

    @Test
    void brokenActionIsStatusOne() {
        demoDefect = Optional.of(new IllegalStateException("out of order"));

        assertEquals(1, run("demo"));

        assertTrue(err.toString().contains("out of order"), err.toString());
    }

    private void assertWrongUse(String message, String command, String... arguments) {
        err.getBuffer().setLength(0);

        assertEquals(2, run(arguments));

        assertEquals(
                "supie: " + message + "\nRun 'supie" + command + " --help' to see what there is.\n",
                err.toString());
        assertEquals("", out.toString());
        assertEquals(0, served.size() + demos.size());
    }

    private int run(String... arguments) {
        ServeAction serve =
                (config, output, errors) -> {
                    served.add(config);
                    output.println("serving");
                    return 7;
                };
        DemoAction demo =
                (play, output, errors) -> {
                    demoDefect.ifPresent(
                            defect -> {
                                throw defect;
                            });
                    demos.add(play);
                    return 5;
                };
        DevicesAction devices =
                (wish, server, output, errors) -> {
                    wishes.add(wish);
                    servers.add(server);
                    return 6;
                };
        MeetingsAction meetings =
                (wish, server, output, errors) -> {
                    meetingWishes.add(wish);
                    servers.add(server);
                    return 4;
                };
        return new SupieCommandLine(
                        serve, demo, devices, meetings, new Machine(Map.of(), folder, 2))
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
    }
}
