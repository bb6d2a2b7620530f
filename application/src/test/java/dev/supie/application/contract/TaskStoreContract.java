package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.task.port.BoardStep;
import dev.supie.application.task.port.StaleBoardException;
import dev.supie.application.task.port.TaskStore;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.BoardDecider;
import dev.supie.domain.task.BoardEffect;
import dev.supie.domain.task.BoardRejection;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.task.Title;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What every store of boards must do: keep everything, take the steps of several boards together
/// or not at all, and let only one of two writers of the same version through.
public abstract class TaskStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00.123456Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Owner LI = new Owner("Li|aa:01");
    private static final int WRITERS = 8;
    private static final int CHANGES = 20;

    /// Empty when a test begins.
    protected abstract TaskStore store();

    protected static GroupKey group(String key) {
        return new GroupKey(key);
    }

    private static TaskId id(String text) {
        return new TaskId(text);
    }

    private static FieldChange title(String text) {
        return new FieldChange.SetTitle(new Title(text));
    }

    private static BoardCommand update(String task, FieldChange... fields) {
        return new BoardCommand.Update(List.of(new TaskChange(id(task), fields)), LI);
    }

    /// The step that a command leads to.
    private static BoardStep step(Board board, BoardCommand command) {
        return switch (BoardDecider.decide(board, command, NOW)) {
            case Decision.Accepted<Board, BoardEffect, BoardRejection> accepted ->
                    new BoardStep(
                            accepted.next(),
                            accepted.effects().stream()
                                    .filter(BoardEffect.Store.class::isInstance)
                                    .map(BoardEffect.Store.class::cast)
                                    .toList());
            case Decision.Rejected<Board, BoardEffect, BoardRejection> rejected ->
                    throw new AssertionError(rejected);
        };
    }

    /// The first step of a group's board, which makes one task.
    protected static BoardStep first(String group, String task) {
        return step(Board.empty(group(group)), update(task, title("first")));
    }

    private Board saved(String group, BoardCommand... commands) {
        Board board = store().load(group(group));
        for (BoardCommand command : commands) {
            BoardStep step = step(board, command);
            store().save(List.of(step));
            board = step.next();
        }
        assertEquals(board, store().load(group(group)));
        return board;
    }

    @Test
    void aBoardThatWasNeverStoredIsEmpty() {
        assertEquals(Board.empty(group("a")), store().load(group("a")));
        assertEquals(0, store().count());
    }

    @Test
    void everyFieldComesBackAsItWasGiven() {
        saved(
                "a",
                update(
                        "t1",
                        title("修理 \"printer\" 👍"),
                        new FieldChange.SetPriority(new Priority(0)),
                        new FieldChange.SetStatus(TaskStatus.DONE),
                        new FieldChange.SetOwner(new Owner("王|bb:02")),
                        new FieldChange.SetDue(Due.of("2026-11-30").orElseThrow()),
                        new FieldChange.SetNotes(new TaskNotes("two\nlines")),
                        new FieldChange.KeepExtra("颜色", "\"red\\u0000\""),
                        new FieldChange.KeepExtra("size", "[1.50,{\"a\":null}]")),
                update("t2", title("plain")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-30",
                "2026-11-30T17:00",
                "2026-11-30T17:00:01.5",
                "2026-11-30T17:00Z",
                "2026-11-30T17:00:00.123+08:00"
            })
    void everyKindOfDueDateComesBack(String due) {
        saved("a", update("t1", title("x"), new FieldChange.SetDue(Due.of(due).orElseThrow())));
    }

    @Test
    void textOfTheGreatestLengthComesBack() {
        String widest = "👍";
        saved(
                "g".repeat(GroupKey.LENGTH_MAX),
                update(
                        "i".repeat(TaskId.LENGTH_MAX),
                        title(widest.repeat(Title.LENGTH_MAX)),
                        new FieldChange.SetOwner(new Owner("o".repeat(Owner.LENGTH_MAX))),
                        new FieldChange.SetNotes(
                                new TaskNotes(widest.repeat(TaskNotes.LENGTH_MAX))),
                        new FieldChange.KeepExtra("n", "\"" + "x".repeat(2000) + "\"")));
    }

    @Test
    void stepsFollowEachOther() {
        Board board =
                saved(
                        "a",
                        update("t1", title("one")),
                        update("t2", title("two")),
                        update("t1", new FieldChange.SetPriority(new Priority(0))),
                        new BoardCommand.Complete(List.of(id("t2"))),
                        new BoardCommand.Delete(List.of(id("t1"))),
                        update("t1", title("one again")));

        assertEquals(6, board.version());
        assertEquals(3, board.lastNumber());
        assertEquals(1, store().count());
    }

    @Test
    void anEmptiedBoardKeepsItsVersion() {
        saved("a", update("t1", title("one")), new BoardCommand.Delete(List.of(id("t1"))));

        assertEquals(2, store().load(group("a")).version());
        assertEquals(1, store().load(group("a")).lastNumber());
    }

    @Test
    void theSameIdInTwoGroupsIsTwoTasks() {
        saved("a", update("t1", title("of a")));
        saved("b", update("t1", title("of b")), new BoardCommand.Delete(List.of(id("t1"))));

        assertEquals("of a", store().load(group("a")).listed().getFirst().title().value());
        assertEquals(2, store().count());
    }

    @Test
    void aStepOnAnOldVersionIsRefused() {
        saved("a", update("t1", title("one")));
        BoardStep late = first("a", "t2");

        assertThrows(StaleBoardException.class, () -> store().save(List.of(late)));

        assertEquals(1, store().load(group("a")).tasks().size());
    }

    @Test
    void aStepOnAVersionThatNeverWasIsRefused() {
        Board imagined = first("a", "t1").next();
        BoardStep step = step(imagined, update("t2", title("two")));

        assertThrows(StaleBoardException.class, () -> store().save(List.of(step)));

        assertEquals(Board.empty(group("a")), store().load(group("a")));
    }

    @Test
    void stepsOfSeveralBoardsAreStoredTogether() {
        store().save(List.of(first("a", "t1"), first("b", "t1")));

        assertEquals(1, store().load(group("a")).version());
        assertEquals(1, store().load(group("b")).version());
    }

    @Test
    void oneStaleStepKeepsTheOthersOut() {
        saved("b", update("t1", title("there")));
        List<BoardStep> steps = List.of(first("a", "t1"), first("b", "t2"), first("c", "t3"));

        assertThrows(StaleBoardException.class, () -> store().save(steps));

        assertEquals(Board.empty(group("a")), store().load(group("a")));
        assertEquals(1, store().load(group("b")).version());
        assertEquals(Board.empty(group("c")), store().load(group("c")));
        assertEquals(1, store().count());
    }

    /// Threads that change different fields of one task, each deciding anew whenever another was
    /// faster: no field of anybody is lost (WF-3).
    @Test
    void fieldsOfManyWritersAllSurvive() throws InterruptedException {
        store().save(List.of(first("a", "t1")));

        together(this::change);

        Board board = store().load(group("a"));
        assertEquals(1 + WRITERS * CHANGES, board.version());
        var fields = board.find(id("t1")).orElseThrow().extras().fields();
        assertEquals(WRITERS, fields.size());
        fields.values().forEach(last -> assertEquals(Integer.toString(CHANGES), last));
    }

    private void change(int writer) {
        for (int change = 1; change <= CHANGES; change++) {
            var field = new FieldChange.KeepExtra("w" + writer, Integer.toString(change));
            while (!tried(update("t1", field))) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean tried(BoardCommand command) {
        try {
            store().save(List.of(step(store().load(group("a")), command)));
            return true;
        } catch (StaleBoardException _) {
            return false;
        }
    }

    /// Whoever comes first makes the board; for all others it is there already.
    @Test
    void oneOfManyMakesTheBoard() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();

        together(
                writer -> {
                    try {
                        store().save(List.of(first("a", "t" + writer)));
                        made.incrementAndGet();
                    } catch (StaleBoardException _) {
                        // Somebody else was first.
                    }
                });

        assertEquals(1, made.get());
        assertEquals(1, store().load(group("a")).tasks().size());
    }

    /// Two boards that are written together are seen together.
    @Test
    void boardsThatAreWrittenTogetherNeverPart() throws InterruptedException {
        together(
                _ -> {
                    for (int i = 0; i < CHANGES; i++) {
                        bothOnce();
                    }
                });

        assertEquals(store().load(group("a")).version(), store().load(group("b")).version());
        assertEquals(WRITERS * CHANGES, store().load(group("a")).version());
    }

    private void bothOnce() {
        while (true) {
            List<BoardStep> steps = new ArrayList<>();
            for (String key : List.of("a", "b")) {
                Board board = store().load(group(key));
                String title = "version " + (board.version() + 1);
                steps.add(step(board, update("t1", title(title))));
            }
            try {
                store().save(steps);
                return;
            } catch (StaleBoardException _) {
                Thread.onSpinWait();
            }
        }
    }

    private interface Writer {
        void write(int number);
    }

    private static void together(Writer writer) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        List<Throwable> broken = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            int own = number;
            Thread thread =
                    Thread.ofVirtual()
                            .unstarted(
                                    () -> {
                                        awaitStart(start);
                                        writer.write(own);
                                    });
            thread.setUncaughtExceptionHandler(
                    (_, failure) -> {
                        synchronized (broken) {
                            broken.add(failure);
                        }
                    });
            threads.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : threads) {
            assertTrue(thread.join(PATIENCE), "does not end");
        }
        assertEquals(List.of(), broken);
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            assertTrue(start.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
