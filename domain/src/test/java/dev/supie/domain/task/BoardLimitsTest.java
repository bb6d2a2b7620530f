package dev.supie.domain.task;

import static dev.supie.domain.task.BoardExamples.GROUP;
import static dev.supie.domain.task.BoardExamples.LI;
import static dev.supie.domain.task.BoardExamples.START;
import static dev.supie.domain.task.BoardExamples.after;
import static dev.supie.domain.task.BoardExamples.complete;
import static dev.supie.domain.task.BoardExamples.delete;
import static dev.supie.domain.task.BoardExamples.extra;
import static dev.supie.domain.task.BoardExamples.given;
import static dev.supie.domain.task.BoardExamples.id;
import static dev.supie.domain.task.BoardExamples.ids;
import static dev.supie.domain.task.BoardExamples.newTask;
import static dev.supie.domain.task.BoardExamples.notes;
import static dev.supie.domain.task.BoardExamples.status;
import static dev.supie.domain.task.BoardExamples.task;
import static dev.supie.domain.task.BoardExamples.title;
import static dev.supie.domain.task.BoardExamples.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Decision;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How large a board may become, and what happens then.
final class BoardLimitsTest {

    private static final Instant LATER = START.plusSeconds(1_000_000);

    /// A board with so many tasks of this status, numbered from 1, each a second later.
    private static Board with(int count, TaskStatus status, FieldChange... fields) {
        return filled(Board.empty(GROUP), "t", count, status, fields);
    }

    private static Board filled(
            Board start, String prefix, int count, TaskStatus status, FieldChange... fields) {
        Board board = start;
        for (int i = 1; i <= count; i++) {
            List<FieldChange> all = new ArrayList<>(List.of(fields));
            all.add(title("x"));
            all.add(status(status));
            TaskChange change = new TaskChange(id(prefix + i), all);
            board =
                    given(board)
                            .when(new BoardCommand.Update(List.of(change), LI))
                            .at(START.plusSeconds(i))
                            .state();
        }
        return board;
    }

    @Test
    void theLastOpenTaskFitsAndOneMoreDoesNot() {
        Board nearlyFull = with(Board.OPEN_MAX - 1, TaskStatus.OPEN);
        Board full = given(nearlyFull).when(newTask("last")).at(LATER).state();

        given(full).when(newTask("more")).at(LATER).thenRejected(new BoardRejection.TooManyOpen());
    }

    @Test
    void aFullBoardIsWorkedOnAsBefore() {
        Board full = with(Board.OPEN_MAX, TaskStatus.OPEN);

        given(full).when(update("t1", notes("x"))).at(LATER).state();
        Board done = given(full).when(complete("t1")).at(LATER).state();
        given(given(full).when(delete("t1")).at(LATER).state())
                .when(newTask("n"))
                .at(LATER)
                .state();
        Board refilled = given(done).when(newTask("n")).at(LATER).state();
        given(refilled)
                .when(update("t1", status(TaskStatus.OPEN)))
                .at(LATER)
                .thenRejected(new BoardRejection.TooManyOpen());
    }

    @Test
    void ofTooManyTasksThoseDoneTheLongestAgoAreForgotten() {
        Board full = with(Board.TASKS_MAX, TaskStatus.DONE);

        var then = given(full).when(newTask("new")).at(LATER);

        assertEquals(
                List.of(new BoardEffect.RemoveTask(id("t1"))),
                then.effects(BoardEffect.RemoveTask.class));
        assertEquals(Board.TASKS_MAX, then.state().tasks().size());
        assertTrue(then.state().find(id("t2")).isPresent());
    }

    @Test
    void aTaskThatWasTouchedLaterIsForgottenLater() {
        Board full = with(Board.TASKS_MAX, TaskStatus.DONE);
        Board touched = given(full).when(update("t1", notes("still"))).at(LATER).state();

        Board next = given(touched).when(newTask("new")).at(LATER).state();

        assertTrue(next.find(id("t1")).isPresent());
        assertFalse(next.find(id("t2")).isPresent());
    }

    @Test
    void whatIsOpenIsNeverForgotten() {
        Board open = with(Board.OPEN_MAX, TaskStatus.OPEN);
        Board full = filled(open, "d", Board.TASKS_MAX - Board.OPEN_MAX + 50, TaskStatus.DONE);

        assertEquals(Board.TASKS_MAX, full.tasks().size());
        assertEquals(Board.OPEN_MAX, full.open().size());
        assertFalse(full.find(id("d50")).isPresent());
        assertTrue(full.find(id("d51")).isPresent());
    }

    @Test
    void tooMuchTextForgetsWhatWasDoneAndThenIsRefused() {
        FieldChange long1 = notes("n".repeat(TaskNotes.LENGTH_MAX));
        int fitting = Board.CHARS_MAX / (TaskNotes.LENGTH_MAX + 20);
        Board board = with(fitting, TaskStatus.DONE, long1);
        Board opened = filled(board, "o", fitting, TaskStatus.OPEN, long1);

        assertEquals(fitting, opened.open().size());
        assertTrue(opened.tasks().size() < 2 * fitting);

        Board filledUp = opened;
        int more = 0;
        while (BoardDecider.decide(filledUp, update("m" + more, title("x"), long1), LATER)
                instanceof Decision.Accepted<Board, BoardEffect, BoardRejection> accepted) {
            filledUp = accepted.next();
            more++;
            assertTrue(more < Board.OPEN_MAX, "is never full");
        }

        assertEquals(filledUp.open().size(), filledUp.tasks().size());
        given(filledUp)
                .when(update("one more", title("x"), long1))
                .at(LATER)
                .thenRejected(new BoardRejection.TooMuchText());
        given(filledUp).when(update("m0", notes("shorter"))).at(LATER).state();
    }

    @Test
    void whatIsUnknownIsKeptUpToItsLimit() {
        String json = "\"" + "x".repeat(Extras.CHARS_MAX - 4) + "\"";
        Board board = after(newTask("t1"), update("t1", extra("ab", json)));

        assertEquals(Extras.CHARS_MAX, task(board, "t1").extras().chars());
        given(board)
                .when(update("t1", extra("c", "")))
                .at(LATER)
                .thenRejected(new BoardRejection.ExtrasTooLarge(ids("t1")));
    }

    @Test
    void unknownFieldsAreCountedToo() {
        List<FieldChange> fields = new ArrayList<>();
        for (int i = 0; i < Extras.COUNT_MAX; i++) {
            fields.add(extra("f" + i, "1"));
        }
        Board board = after(newTask("t1"));
        Board full =
                given(board)
                        .when(
                                new BoardCommand.Update(
                                        List.of(new TaskChange(id("t1"), fields)), LI))
                        .at(LATER)
                        .state();

        given(full)
                .when(update("t1", extra("one more", "1")))
                .at(LATER)
                .thenRejected(new BoardRejection.ExtrasTooLarge(ids("t1")));
        given(full)
                .when(update("t1", extra("one more", "1"), new FieldChange.DropExtra("f0")))
                .at(LATER)
                .state();
    }
}
