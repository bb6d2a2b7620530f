package dev.supie.domain.coding.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// COD-2: the last lines are kept.
final class LogWindowTest {

    private static List<LogLine> lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> new LogLine("line " + number, false))
                .toList();
    }

    @Test
    void theOldestLinesMakeRoomForNewOnes() {
        LogWindow full = LogWindow.EMPTY.with(lines(1, 200), 200);

        assertEquals(lines(1, 200), full.lines());
        assertEquals(lines(2, 201), full.with(lines(201, 201), 200).lines());
        assertEquals(lines(301, 500), full.with(lines(201, 500), 200).lines());
    }

    @Test
    void aSmallerLimitHoldsFromTheNextLineOn() {
        LogWindow full = LogWindow.EMPTY.with(lines(1, 200), 200);

        assertEquals(lines(201, 201), full.with(lines(201, 201), 1).lines());
    }

    @Test
    void itsTextIsThatOfItsLines() {
        assertTrue(LogWindow.EMPTY.isEmpty());
        assertFalse(LogWindow.EMPTY.with(lines(1, 1), 2).isEmpty());
        assertEquals("line 1\nline 2", LogWindow.EMPTY.with(lines(1, 2), 2).text());
    }
}
