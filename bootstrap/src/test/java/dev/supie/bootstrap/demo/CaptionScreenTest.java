package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;

/// The same conversation in a file and at a terminal.
final class CaptionScreenTest {

    private static final String LONG =
            "And Mr. John Dashwood had then leisure to consider how much there might be prudently";

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);
    private long now;
    private final Stopwatch watch = new Stopwatch(() -> now);

    private void play(CaptionScreen screen) {
        screen.title("Now");
        screen.speaks("Reader");
        now += Duration.ofMillis(63_900).toNanos();
        screen.tick();
        screen.guess("President", "not now");
        screen.guess("Reader", LONG);
        screen.said("Reader", LONG + " in his power.", "0 wrong");
        screen.guess("Reader", "too late");
        screen.tick();
        screen.end("Stopped.");
        screen.line("nobody sees this");
        screen.speaks("President");
    }

    @Test
    void aFileHasLinesOnly() {
        play(new PlainScreen(out, watch));

        assertEquals(
                List.of(
                        "",
                        "== Now",
                        "  1:03  Reader     " + LONG + " …",
                        "  1:03  Reader     " + LONG + " in his power.",
                        "                   (0 wrong)",
                        "Stopped."),
                written.toString().lines().toList());
    }

    /// What a terminal of 80 columns shows in the end: of each line what was drawn last.
    private static String shown(String text) {
        return text.replaceAll("\u001b\\[(?:[0-9;]*m|\\?7[lh])", "")
                .replaceAll("[^\n]*\r\u001b\\[K", "");
    }

    @Test
    void atATerminalTheLastLineChangesAndTheOthersStay() {
        play(new LiveScreen(out, watch));

        assertEquals(
                List.of(
                        "",
                        "Now",
                        "  1:03  Reader       And Mr. John Dashwood had then leisure to consider how",
                        "                     much there might be prudently in his power.",
                        "                     0 wrong",
                        "Stopped."),
                shown(written.toString()).lines().toList());
        assertTrue(written.toString().contains("… leisure to consider how much"), "its end");
        assertFalse(written.toString().contains("not now"), "only who speaks");
        assertFalse(written.toString().contains("too late"), "only while he does");
    }

    @Test
    void noLineIsWiderThanATerminal() {
        play(new LiveScreen(out, watch));

        String plain = written.toString().replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "");
        for (String line : plain.split("[\r\n]", -1)) {
            assertTrue(line.length() <= 80, line);
        }
    }

    @Test
    void everyLineThatWasCutIsFollowedByOnesThatBreak() {
        play(new LiveScreen(out, watch));

        String text = written.toString();
        assertTrue(text.lastIndexOf("\u001b[?7h") > text.lastIndexOf("\u001b[?7l"));
    }
}
