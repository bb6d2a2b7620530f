package dev.supie.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;

/// LOG-1: one line an event, whatever the text.
final class OneLineLayoutTest {

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
        for (int i = 0; i < 2 * OneLineLayout.CAUSES_MAX; i++) {
            thrown = new IllegalStateException("cause", thrown);
        }

        String line = line("failed", thrown);

        assertEquals(
                OneLineLayout.CAUSES_MAX, line.split("IllegalStateException: ", -1).length - 1);
        assertTrue(
                line.split(" \\| at ", -1).length - 1
                        <= OneLineLayout.CAUSES_MAX * OneLineLayout.FRAMES_MAX);
    }

    private static String line(String message, @Nullable Throwable thrown) {
        var context = new LoggerContext();
        var event =
                new LoggingEvent(
                        "x",
                        context.getLogger("dev.supie.application.meeting.Meetings"),
                        Level.WARN,
                        message,
                        thrown,
                        new Object[0]);
        event.setInstant(Instant.parse("2026-11-21T08:00:00.123Z"));
        var layout = new OneLineLayout();
        layout.setContext(context);
        layout.start();
        return layout.doLayout(event);
    }
}
