package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `supie demo` as somebody who has just cloned the project runs it. Without the models that the
/// build fetches, the spoken one fails here.
@Timeout(180)
final class DemoCommandTest {

    private static final String MODELS = System.getProperty("supie.models", "");
    private static final Pattern RATE = Pattern.compile("together .* word error rate ([0-9.]+) %");

    /// The accuracy gate is stricter; here a busy machine may fall back to the small model.
    private static final double RATE_MAX = 10;

    private static final int KILLED_BY_SIGTERM = 128 + 15;

    @TempDir private Path scratch = Path.of("");

    /// Everything temporary in a folder that can be looked at afterwards.
    private SupieProcess demo(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("demo"));
        arguments.addAll(List.of(options));
        return SupieProcess.run(
                List.of("--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + scratch),
                arguments);
    }

    /// The library of the models leaves an empty folder of its own, whoever uses it.
    private void assertNothingIsLeft(SupieProcess process) throws IOException {
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(
                    List.of(),
                    left.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(name -> !name.startsWith("onnxruntime-java"))
                            .toList());
        }
        assertEquals(List.of(), process.err());
    }

    @Test
    void recordedPeopleAreHeardAndMinutesWritten() throws IOException, InterruptedException {
        try (SupieProcess demo = demo("--fast", "--dir", MODELS)) {
            assertEquals(0, demo.exit(), demo.err()::toString);

            String said = String.join("\n", demo.out());
            assertSaid(said, "Reader +\\S.* …");
            assertSaid(said, "Reader +And Mr\\. John Dashwood .*[a-z.]");
            assertSaid(said, "President +And so,? my fellow Americans.*");
            assertEquals(5, count(said, "\\([0-9]+ of [0-9]+ words wrong, text [0-9]+ ms .*\\)"));
            assertSaid(said, "== Minutes of Reader's badge");
            assertSaid(said, "== Minutes of President's badge");
            assertEquals(2, count(said, "Bullets\n  - [A-Z].*"));
            assertTrue(rate(said) <= RATE_MAX, said);
            assertSaid(said, "text after listen stop: [0-9]+ ms on average, .*");
            assertTrue(said.endsWith("folder is gone."), said);
            assertFalse(said.contains("\u001b"), "no colours in a pipe");
            assertNothingIsLeft(demo);
        }
    }

    private static void assertSaid(String said, String pattern) {
        assertTrue(count(said, pattern) > 0, () -> pattern + " is not in\n" + said);
    }

    private static long count(String said, String pattern) {
        return Pattern.compile("^.*?" + pattern + "$", Pattern.MULTILINE)
                .matcher(said)
                .results()
                .count();
    }

    private static double rate(String said) {
        Matcher rate = RATE.matcher(said);
        assertTrue(rate.find(), said);
        return Double.parseDouble(rate.group(1));
    }

    @Test
    void whoEndsItInTheMiddleFindsNothingLeft() throws IOException, InterruptedException {
        try (SupieProcess demo = demo("--dir", MODELS)) {
            demo.whenSaid("What the badges are told");
            demo.terminate();

            assertEquals(KILLED_BY_SIGTERM, demo.exit());
            assertEquals("Stopping. The server and its folder go, too.", demo.out().getLast());
            assertNothingIsLeft(demo);
        }
    }

    @Test
    void withoutTheModelsThatWereNamedItSaysWhatToRun() throws IOException, InterruptedException {
        Path nowhere = scratch.resolve("nowhere");
        try (SupieProcess demo = demo("--dir", nowhere.toString())) {
            assertEquals(1, demo.exit());
            assertEquals(List.of(), demo.out());
            String said = demo.err().toString();
            assertTrue(said.contains("supie models fetch --dir " + nowhere), said);
            assertTrue(said.contains("supie demo --text"), said);
            assertEquals(2, demo.err().size(), said);
        }
    }

    @Test
    void typedItNeedsNoModels() throws IOException, InterruptedException {
        try (SupieProcess demo = demo("--text")) {
            assertEquals(0, demo.exit(), () -> demo.out() + "\n" + demo.err());
            assertEquals("Everything was as the contract says.", demo.out().getLast());
            assertNothingIsLeft(demo);
        }
    }
}
