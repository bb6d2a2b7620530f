package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Which demo is played.
final class DemoLineTest {

    @TempDir private Path folder = Path.of("");
    private WrittenLine line = new WrittenLine(folder);

    @BeforeEach
    void open() {
        line = new WrittenLine(folder);
    }

    @Test
    void runsTheDemo() {
        assertEquals(WrittenLine.PLAYED, line.run("demo", "--fast"));
        assertEquals(WrittenLine.PLAYED, line.run("demo", "--dir", "elsewhere"));

        List<DemoAction.Play.Spoken> spoken =
                line.demos.stream().map(DemoAction.Play.Spoken.class::cast).toList();
        assertEquals(folder.resolve("models"), spoken.getFirst().models().folder());
        assertEquals(folder.resolve("elsewhere"), spoken.getLast().models().folder());
        assertEquals(
                List.of(true, false), spoken.stream().map(DemoAction.Play.Spoken::fast).toList());
        assertEquals(
                List.of(false, false), spoken.stream().map(DemoAction.Play.Spoken::live).toList());
    }

    @Test
    void withoutModelsTheDemoIsTyped() {
        assertEquals(WrittenLine.PLAYED, line.run("demo"));

        assertEquals(List.of(new DemoAction.Play.Typed()), line.demos);
        assertTrue(
                line.out.toString().contains("supie models fetch --dir " + folder),
                line.out::toString);
    }

    @Test
    void theTypedDemoNeedsNoConfiguration() throws IOException {
        Files.writeString(folder.resolve("supie.yaml"), "this is wrong");

        assertEquals(WrittenLine.PLAYED, line.run("demo", "--text"));
        assertEquals(2, line.run("demo"));

        assertEquals(List.of(new DemoAction.Play.Typed()), line.demos);
    }

    @Test
    void theDemoIsEitherFastOrTyped() {
        assertEquals(2, line.run("demo", "--fast", "--text"));

        assertEquals(List.of(), line.demos);
        assertTrue(line.err.toString().contains("--fast"), line.err.toString());
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
}
