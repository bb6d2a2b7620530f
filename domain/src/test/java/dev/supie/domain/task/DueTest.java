package dev.supie.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// WF-1: when something is to be done, and when it is late.
final class DueTest {

    private static final ZoneOffset TEAM = ZoneOffset.ofHours(8);

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-30",
        "' 2026-11-30 ', 2026-11-30",
        "2028-02-29, 2028-02-29",
        "2026-11-30T17:00, 2026-11-30T17:00",
        "2026-11-30T17:00:00, 2026-11-30T17:00",
        "2026-11-30T17:00:01.5, 2026-11-30T17:00:01.500",
        "2026-11-30T17:00Z, 2026-11-30T17:00Z",
        "2026-11-30T17:00:00.000Z, 2026-11-30T17:00Z",
        "2026-11-30T17:00+08:00, 2026-11-30T17:00+08:00",
        "1970-01-01, 1970-01-01",
        "9999-12-31, 9999-12-31"
    })
    void anIsoDateIsUnderstoodAndSaidAgain(String raw, String text) {
        Due due = Due.of(raw).orElseThrow();

        assertEquals(text, due.toString());
        assertEquals(Optional.of(due), Due.of(text));
    }

    @Test
    void nothingIsNever() {
        assertEquals(Optional.of(Due.never()), Due.of("  "));
        assertFalse(Due.never().isOver(Instant.MAX, TEAM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2026-11-31",
                "2026-02-29",
                "2026-13-01",
                "30.11.2026",
                "11/30/2026",
                "2026-11",
                "20261130",
                "2026-1-1",
                "2026-11-30 17:00",
                "2026-11-30T25:00",
                "2026-11-30T17",
                "2026-11-30T17:00+25:00",
                "2026-W48",
                "17:00",
                "1764493200000",
                "1969-12-31",
                "+10000-01-01",
                "-0001-01-01",
                "2026-11-30T17:00:00.00000000000000000000Z"
            })
    void anythingElseIsRefused(String raw) {
        assertEquals(Optional.empty(), Due.of(raw));
    }

    @ParameterizedTest
    @CsvSource({
        // The day ends at midnight where the team is.
        "2026-11-21, 2026-11-21T15:59:59.999Z, false",
        "2026-11-21, 2026-11-21T16:00:00Z, true",
        "2026-11-21T17:00, 2026-11-21T09:00:00Z, false",
        "2026-11-21T17:00, 2026-11-21T09:00:00.001Z, true",
        "2026-11-21T09:00Z, 2026-11-21T09:00:00Z, false",
        "2026-11-21T09:00Z, 2026-11-21T09:00:00.001Z, true"
    })
    void itIsLateOnceItHasPassed(String due, Instant now, boolean late) {
        assertEquals(late, Due.of(due).orElseThrow().isOver(now, TEAM));
    }

    @Test
    void onlyWhatIsOpenIsOverdue() {
        Board board =
                BoardExamples.after(
                        BoardExamples.update(
                                "t1", BoardExamples.title("x"), BoardExamples.due("2026-11-20")),
                        BoardExamples.update("t2", BoardExamples.title("x")));
        Board done =
                BoardExamples.given(board)
                        .when(BoardExamples.complete("t1"))
                        .at(BoardExamples.START)
                        .state();

        assertTrue(board.listed(BoardExamples.START, TEAM).getFirst().overdue());
        assertFalse(board.listed(BoardExamples.START, TEAM).getLast().overdue());
        assertFalse(done.listed(BoardExamples.START, TEAM).getLast().overdue());
    }
}
