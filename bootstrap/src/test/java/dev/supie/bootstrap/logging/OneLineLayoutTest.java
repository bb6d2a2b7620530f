package dev.supie.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/// LOG-1: one line an event, whatever the text.
final class OneLineLayoutTest {

    private static final int CHARS_MAX = 2000;

    @Test
    void tellsTimeLevelWhoAndWhat() {
        assertEquals(
                "2026-11-21T08:00:00.123Z WARN  Meetings: 会议 7 ended" + System.lineSeparator(),
                line("会议 7 ended", null));
    }

    @Test
    void escapesWhateverCouldForgeALine() {
        assertEquals(
                "2026-11-21T08:00:00.123Z WARN  Meetings: a\\nb\\r\\tc\\u001b[31m\\u2028d"
                        + System.lineSeparator(),
                line("a\nb\r\tc\u001b[31m\u2028d", null));
    }

    @Test
    void joinsAStackTrace() {
        String line =
                line(
                        "failed",
                        new IllegalStateException("first\nline", new IOException("disk full")));

        assertEquals(1, line.lines().count());
        assertTrue(line.contains("failed | java.lang.IllegalStateException: first\\nline | at "));
        assertTrue(line.contains(" | caused by java.io.IOException: disk full | at "), line);
    }

    @Test
    void boundsAStackTrace() {
        Throwable thrown = new IOException("innermost");
        for (int i = 0; i < 2 * EventText.CAUSES_MAX; i++) {
            thrown = new IllegalStateException("cause", thrown);
        }

        String line = line("failed", thrown);

        assertEquals(EventText.CAUSES_MAX, line.split("IllegalStateException: ", -1).length - 1);
        assertTrue(
                line.split(" \\| at ", -1).length - 1
                        <= EventText.CAUSES_MAX * EventText.FRAMES_MAX);
    }

    @Test
    void keepsHeadAndTailOfALongMessage() {
        String line = line("start " + "x ".repeat(5000) + "the end", null);

        assertTrue(line.contains(": start x x "), line);
        assertTrue(line.contains(" characters left out) ... "), line);
        assertTrue(line.endsWith(" the end" + System.lineSeparator()), line);
        assertTrue(line.length() < CHARS_MAX + 100, line);
    }

    @Test
    void hasNoSecrets() {
        String line =
                line(
                        "asked https://ann:pw@host with token=abc",
                        new IOException("Authorization: Bearer x.y.z refused"));

        assertTrue(line.contains("asked https://***@host with token=*** | "), line);
        assertTrue(line.contains("IOException: Authorization: Bearer *** refused | at "), line);
    }

    @Test
    void doesNotTakeTheRestOfALongSecretForOrdinaryText() {
        String line = line("begin password=" + "s3cret".repeat(1000) + " end", null);

        assertFalse(line.contains("s3cret"), line);
        assertTrue(line.contains("begin password=*** ... ("), line);
        assertTrue(line.endsWith(" end" + System.lineSeparator()), line);
    }

    private static String line(String message, @Nullable Throwable thrown) {
        return LogLines.of(new OneLineLayout(new EventText(CHARS_MAX)), message, thrown);
    }
}
