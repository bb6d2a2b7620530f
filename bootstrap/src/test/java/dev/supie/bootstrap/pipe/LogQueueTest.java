package dev.supie.bootstrap.pipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

/// What waits to be told of a build, and what becomes of too much of it.
@Timeout(60)
final class LogQueueTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String LINE = "x".repeat(1023);

    private final LogQueue queue = new LogQueue();

    @Test
    void whatIsThereGoesInOneMessage() throws InterruptedException {
        queue.add("one");
        queue.add("two");

        assertEquals("one\ntwo\n", queue.take(LONG));
        assertEquals("", queue.take(Duration.ZERO));
    }

    @Test
    void aMessageHasItsLimitAndLinesStayWhole() throws InterruptedException {
        for (int i = 0; i < 9; i++) {
            queue.add(LINE);
        }

        assertEquals(LogQueue.MESSAGE_CHARS_MAX, queue.take(LONG).length());
        assertEquals(LINE.length() + 1, queue.take(LONG).length());
    }

    @Test
    void theEndWakesWhoeverWaits() throws InterruptedException {
        Thread taker =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        queue.take(LONG);
                                        queue.pause(LONG);
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        queue.end();

        assertTrue(taker.join(Duration.ofSeconds(20)));
        assertTrue(queue.isOver());
    }

    @Test
    void whatIsLeftIsTakenAfterTheEnd() throws InterruptedException {
        queue.add("last");
        queue.end();

        assertFalse(queue.isOver());
        assertEquals("last\n", queue.take(LONG));
        assertTrue(queue.isOver());
    }

    @Test
    void tooMuchIsThinnedAndErrorsGoLast() throws InterruptedException {
        queue.add("error: the first");
        int lines = LogQueue.CHARS_MAX / (LINE.length() + 1);
        for (int i = 0; i < 3 * lines; i++) {
            queue.add(LINE);
            assertTrue(queue.size() <= LogQueue.CHARS_MAX);
        }

        assertTrue(queue.leftOut() > lines, "left out: " + queue.leftOut());
        assertTrue(queue.take(LONG).startsWith("error: the first\n"));
    }

    @Test
    void tooManyErrorsAreThinnedToo() throws InterruptedException {
        String error = "error: " + "x".repeat(1016);
        for (int i = 0; i < LogQueue.CHARS_MAX / 512; i++) {
            queue.add(error);
            assertTrue(queue.size() <= LogQueue.CHARS_MAX);
        }
        queue.add("error: the last");

        String told = "";
        while (queue.size() > 0) {
            told = queue.take(LONG);
        }
        assertTrue(told.endsWith("error: the last\n"));
    }

    @Test
    void ifNobodyTakesAnythingNothingIsKept() {
        queue.add("one");
        queue.abandon();
        queue.add("two");

        assertEquals(0, queue.size());
        assertEquals(0, queue.leftOut());
    }
}
