package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.config.SampleFile;
import dev.supie.bootstrap.config.SupieConfig;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is understood, served and refused.
final class SupieCommandLineTest {

    @TempDir private Path folder = Path.of("");
    private WrittenLine line = new WrittenLine(folder);

    @BeforeEach
    void open() {
        line = new WrittenLine(folder);
    }

    @Test
    void servesTheConfigurationOfTheDefaultFile() throws IOException {
        Files.writeString(folder.resolve("supie.yaml"), "server: {port: 1}");

        assertEquals(WrittenLine.SERVED, line.run("serve"));

        assertEquals(1, line.served.getFirst().server().port());
        assertEquals("serving\n", line.out.toString());
        assertEquals("", line.err.toString());
    }

    @Test
    void servesWithoutAnyFile() {
        assertEquals(WrittenLine.SERVED, line.run("serve"));

        assertEquals(8004, line.served.getFirst().server().port());
    }

    @Test
    void servesAnotherFileWithSettings() throws IOException {
        Files.writeString(folder.resolve("my file.yaml"), "server: {port: 1, http_port: 1}");

        int status =
                line.run(
                        "serve",
                        "--config",
                        "my file.yaml",
                        "--data",
                        "/my data",
                        "--set",
                        "server.http_port=2",
                        "--set=server.max_connections=3");

        assertEquals(WrittenLine.SERVED, status);
        SupieConfig config = line.served.getFirst();
        assertEquals(1, config.server().port());
        assertEquals(2, config.server().httpPort());
        assertEquals(3, config.server().maxConnections());
        assertEquals(Path.of("/my data"), config.data().directory());
    }

    @Test
    void wrongConfigurationServesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("supie.yaml"), "server: {prot: 1, port: x}");

        assertEquals(2, line.run("serve"));

        assertEquals(List.of(), line.served);
        assertEquals("", line.out.toString());
        assertEquals(
                file
                        + ":1: server.prot = 1: is not a key of Supie; did you mean server.port?\n"
                        + file
                        + ":1: server.port = x: is not a whole number; use a whole number from 0"
                        + " to 65535 (default 8004)\n"
                        + "supie: 2 problems in the configuration\n",
                line.err.toString());
    }

    @Test
    void wrongDataFolderNamesItsOption() {
        assertEquals(2, line.run("serve", "--data", "a\u0007b"));

        assertTrue(line.err.toString().startsWith("--data: data.dir = a b: contains control"));
    }

    @Test
    void checksAFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "idle_warning_seconds: 31");

        assertEquals(0, line.run("config", "check", "a.yaml"));

        assertEquals("a.yaml: ok\n", line.out.toString());
        assertTrue(
                line.err
                        .toString()
                        .endsWith("idle_warning_seconds = 31: is above 30; 30 is used\n"));
    }

    @Test
    void checksAWrongFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "nope: 31");

        assertEquals(2, line.run("config", "check", "a.yaml"));

        assertEquals("", line.out.toString());
        assertTrue(line.err.toString().endsWith("supie: 1 problem in the configuration\n"));
    }

    @Test
    void writesAFileThatIsFine() throws IOException {
        assertEquals(0, line.run("config", "init"));

        assertEquals(
                "supie.yaml: written; look at it, and then supie config check supie.yaml\n",
                line.out.toString());
        assertEquals(SampleFile.yaml(), Files.readString(folder.resolve("supie.yaml")));
        assertEquals(0, line.run("config", "check", "supie.yaml"), line.err.toString());
    }

    @Test
    void overwritesNoFile() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "server: {port: 1}");

        assertEquals(2, line.run("config", "init", "mine.yaml"));

        assertEquals(
                "supie: mine.yaml is there already and is not overwritten\n", line.err.toString());
        assertEquals("server: {port: 1}", Files.readString(folder.resolve("mine.yaml")));
    }

    @Test
    void saysThatAFileCannotBeWritten() {
        assertEquals(1, line.run("config", "init", "nowhere/supie.yaml"));

        assertTrue(
                line.err.toString().startsWith("supie: nowhere/supie.yaml cannot be written: "),
                line.err.toString());
    }

    @Test
    void showsWhatIsInForce() {
        assertEquals(0, line.run("config", "show", "--set", "server.port=1"));

        assertTrue(
                line.out.toString().contains("\n  port: 1                   "),
                line.out.toString());
        assertEquals("", line.err.toString());
    }

    @Test
    void acceptsTheSampleFile() {
        Path sample = Path.of("../config/supie.sample.yaml").toAbsolutePath();

        assertEquals(0, line.run("config", "check", sample.toString()), line.err.toString());

        assertEquals("", line.err.toString());
    }

    @Test
    void helpGoesToOut() {
        assertEquals(0, line.run("--help"));

        assertTrue(
                line.out.toString().startsWith("Usage: supie [-hV] COMMAND\n"),
                line.out.toString());
        assertTrue(line.out.toString().contains("Commands:\n  serve "), line.out.toString());
        assertEquals("", line.err.toString());
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
                "tasks",
                "tasks list",
                "tasks add",
                "tasks done",
                "tasks export",
                "config",
                "config check",
                "config show"
            })
    void everyCommandHasHelp(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add("--help");

        assertEquals(0, line.run(words.toArray(String[]::new)));

        assertTrue(
                line.out.toString().startsWith("Usage: supie " + command + " "),
                line.out.toString());
        assertEquals(0, line.actions());
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertEquals(0, line.run("--version"));

        assertEquals("supie " + Version.current() + "\n", line.out.toString());
        assertTrue(Version.current().matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?"));
    }

    @Test
    void noCommandIsWrongUse() {
        line.assertWrongUse("Missing required subcommand", "");
        line.assertWrongUse("Missing required subcommand", " config", "config");
        line.assertWrongUse("Missing required subcommand", " devices", "devices");
        line.assertWrongUse(
                "Missing required parameter: 'CODE|ID'", " devices approve", "devices", "approve");
    }

    @Test
    void unknownWordsAreWrongUse() {
        line.assertWrongUse("Unknown option: '--port'", " serve", "serve", "--port");
        line.assertWrongUse("Unmatched argument at index 1: 'now'", " demo", "demo", "now");
        line.assertWrongUse(
                "Missing required parameter: 'FILE'", " config check", "config", "check");
        line.assertWrongUse(
                "--set needs KEY=VALUE, for instance server.port=8004",
                " serve",
                "serve",
                "--set",
                "server.port");
        line.assertWrongUse(
                "webhook-echo needs a port from 0 to 65535 and no empty secret",
                " webhook-echo",
                "webhook-echo",
                "--port",
                "65536");
        line.assertWrongUse(
                "webhook-echo needs a port from 0 to 65535 and no empty secret",
                " webhook-echo",
                "webhook-echo",
                "--secret",
                "");
    }

    @Test
    void nearlyRightCommandIsSuggested() {
        assertEquals(2, line.run("sevre"));

        assertTrue(line.err.toString().contains("Did you mean: supie "), line.err.toString());
        assertTrue(line.err.toString().contains("supie serve"), line.err.toString());
    }

    @Test
    void brokenActionIsStatusOne() {
        line.demoDefect = Optional.of(new IllegalStateException("out of order"));

        assertEquals(1, line.run("demo"));

        assertTrue(line.err.toString().contains("out of order"), line.err.toString());
    }
}
