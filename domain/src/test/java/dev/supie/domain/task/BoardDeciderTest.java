package dev.supie.domain.task;

import static dev.supie.domain.task.BoardExamples.GROUP;
import static dev.supie.domain.task.BoardExamples.LI;
import static dev.supie.domain.task.BoardExamples.START;
import static dev.supie.domain.task.BoardExamples.WANG;
import static dev.supie.domain.task.BoardExamples.after;
import static dev.supie.domain.task.BoardExamples.change;
import static dev.supie.domain.task.BoardExamples.claim;
import static dev.supie.domain.task.BoardExamples.complete;
import static dev.supie.domain.task.BoardExamples.delete;
import static dev.supie.domain.task.BoardExamples.due;
import static dev.supie.domain.task.BoardExamples.extra;
import static dev.supie.domain.task.BoardExamples.give;
import static dev.supie.domain.task.BoardExamples.given;
import static dev.supie.domain.task.BoardExamples.id;
import static dev.supie.domain.task.BoardExamples.ids;
import static dev.supie.domain.task.BoardExamples.named;
import static dev.supie.domain.task.BoardExamples.newTask;
import static dev.supie.domain.task.BoardExamples.notes;
import static dev.supie.domain.task.BoardExamples.priority;
import static dev.supie.domain.task.BoardExamples.status;
import static dev.supie.domain.task.BoardExamples.task;
import static dev.supie.domain.task.BoardExamples.title;
import static dev.supie.domain.task.BoardExamples.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// WF-1, WF-3, WF-4 and WF-6: what becomes of a group's tasks.
final class BoardDeciderTest {

    private static final Instant LATER = START.plusSeconds(30);

    @Nested
    class Creating {

        @Test
        void whatIsNotSaidIsUsual() {
            Board board = given(Board.empty(GROUP)).when(newTask("t1")).at(START).state();

            Task expected =
                    new Task(
                            id("t1"),
                            GROUP,
                            new Title("do t1"),
                            Priority.USUAL,
                            TaskStatus.OPEN,
                            LI,
                            Due.never(),
                            TaskNotes.NONE,
                            Extras.NONE,
                            new TaskStamp(1, 1, START, START));
            assertEquals(new Board(GROUP, 1, 1, Map.of(id("t1"), expected)), board);
        }

        @Test
        void whatIsSaidIsKept() {
            Board board =
                    after(
                            update(
                                    "t1",
                                    due("2026-11-30"),
                                    extra("colour", "\"red\""),
                                    priority(0),
                                    new FieldChange.SetOwner(WANG),
                                    status(TaskStatus.DONE),
                                    notes("soon"),
                                    title("paint")));

            Task task = task(board, "t1");
            assertEquals("paint", task.title().value());
            assertEquals(0, task.priority().level());
            assertEquals(WANG, task.owner());
            assertEquals(TaskStatus.DONE, task.status());
            assertEquals("2026-11-30", task.due().toString());
            assertEquals("soon", task.notes().value());
            assertEquals(Map.of("colour", "\"red\""), task.extras().fields());
        }

        @Test
        void itIsStoredAndShown() {
            var then = given(Board.empty(GROUP)).when(newTask("t1")).at(START);

            then.then(
                    new BoardEffect.PutTask(task(then.state(), "t1")), new BoardEffect.ShowBoard());
        }

        @Test
        void withoutATitleNothingIsCreatedAtAll() {
            given(after(newTask("t1")))
                    .when(
                            update(
                                    change("t2", title("fine")),
                                    change("t3", priority(1)),
                                    change("t1", priority(1)),
                                    change("t4")))
                    .at(LATER)
                    .thenRejected(new BoardRejection.TitlesMissing(ids("t3", "t4")));
        }

        @Test
        void timesAreKeptToTheMillisecond() {
            Instant fine = START.plusNanos(1_999_999);

            Board board = given(Board.empty(GROUP)).when(newTask("t1")).at(fine).state();

            assertEquals(START.plusMillis(1), task(board, "t1").stamp().createdAt());
        }

        @Test
        void aTaskThatWasDeletedIsAnotherOneWhenItComesAgain() {
            Board board = after(newTask("t1"), newTask("t2"), delete("t1"), newTask("t1"));

            assertEquals(3, task(board, "t1").stamp().number());
            assertEquals(1, task(board, "t1").stamp().version());
        }
    }

    @Nested
    class Merging {

        private final Board board =
                after(update("t1", title("paint"), notes("red"), extra("a", "1")));

        @Test
        void onlyTheGivenFieldChanges() {
            Board next = given(board).when(update("t1", priority(0))).at(LATER).state();

            Task before = task(board, "t1");
            assertEquals(
                    new Task(
                            before.id(),
                            before.group(),
                            before.title(),
                            new Priority(0),
                            before.status(),
                            before.owner(),
                            before.due(),
                            before.notes(),
                            before.extras(),
                            new TaskStamp(1, 2, START, LATER)),
                    task(next, "t1"));
            assertEquals(2, next.version());
        }

        @Test
        void changesOfDifferentFieldsSurviveInEitherOrder() {
            BoardCommand one = update("t1", priority(0), extra("b", "2"));
            BoardCommand other = update("t1", notes("blue"), extra("c", "3"));

            Task oneFirst = task(after(newTask("t1"), one, other), "t1");
            Task otherFirst = task(after(newTask("t1"), other, one), "t1");

            assertEquals(oneFirst.priority(), otherFirst.priority());
            assertEquals("blue", oneFirst.notes().value());
            assertEquals(oneFirst.notes(), otherFirst.notes());
            assertEquals(Map.of("b", "2", "c", "3"), oneFirst.extras().fields());
            assertEquals(oneFirst.extras(), otherFirst.extras());
        }

        @Test
        void nothingNewChangesNothing() {
            given(board)
                    .when(update("t1", title("paint"), extra("a", "1")))
                    .at(LATER)
                    .then()
                    .thenUnchanged();
        }

        @Test
        void theSameTaskTwiceIsChangedTwiceAndCountedOnce() {
            Board next =
                    given(board)
                            .when(
                                    update(
                                            change("t1", priority(0), notes("x")),
                                            change("t1", priority(1))))
                            .at(LATER)
                            .state();

            assertEquals(1, task(next, "t1").priority().level());
            assertEquals("x", task(next, "t1").notes().value());
            assertEquals(2, task(next, "t1").stamp().version());
        }

        @Test
        void whatTurnsOutAsItWasIsNotCounted() {
            given(board)
                    .when(update(change("t1", priority(0)), change("t1", priority(2))))
                    .at(LATER)
                    .thenUnchanged();
        }

        @Test
        void aTaskIsDoneAndOpenedAgain() {
            Board done = given(board).when(update("t1", status(TaskStatus.DONE))).at(LATER).state();
            Board open = given(done).when(update("t1", status(TaskStatus.OPEN))).at(LATER).state();

            assertEquals(List.of("t1"), named(open.open()));
            assertEquals(List.of(), done.open());
        }

        @Test
        void whatIsClearedIsGone() {
            Board full = after(update("t1", title("x"), due("2026-11-30"), extra("a", "1")));

            Board next =
                    given(full)
                            .when(
                                    update(
                                            "t1",
                                            new FieldChange.SetDue(Due.never()),
                                            new FieldChange.DropExtra("a"),
                                            new FieldChange.DropExtra("never there")))
                            .at(LATER)
                            .state();

            assertEquals(Due.never(), task(next, "t1").due());
            assertEquals(Extras.NONE, task(next, "t1").extras());
        }
    }

    @Nested
    class Completing {

        private final Board board = after(newTask("t1"), newTask("t2"), complete("t2"));

        @Test
        void whatIsOpenIsDoneThen() {
            var then = given(board).when(complete("t1")).at(LATER);

            Task done = task(then.state(), "t1");
            assertEquals(TaskStatus.DONE, done.status());
            assertEquals(new TaskStamp(1, 2, START, LATER), done.stamp());
            then.then(new BoardEffect.PutTask(done), new BoardEffect.ShowBoard());
        }

        @Test
        void whatIsDoneStaysAsItIs() {
            given(board).when(complete("t2")).at(LATER).then().thenUnchanged();
        }

        @Test
        void ofSeveralOnlyTheOpenOnesChange() {
            var then = given(board).when(complete("t1", "t2", "t1")).at(LATER);

            assertEquals(1, then.effects(BoardEffect.PutTask.class).size());
            assertEquals(task(board, "t2"), task(then.state(), "t2"));
        }

        @Test
        void oneThatIsUnknownKeepsAllAsTheyAre() {
            given(board)
                    .when(complete("t1", "t9", "t8", "t9"))
                    .at(LATER)
                    .thenRejected(new BoardRejection.UnknownTasks(ids("t9", "t8")));
        }
    }

    @Nested
    class Deleting {

        private final Board board = after(newTask("t1"), newTask("t2"));

        @Test
        void itIsGone() {
            given(board)
                    .when(delete("t1"))
                    .at(LATER)
                    .then(new BoardEffect.RemoveTask(id("t1")), new BoardEffect.ShowBoard());
        }

        @Test
        void aSecondTimeItIsUnknown() {
            Board next = given(board).when(delete("t1", "t1")).at(LATER).state();

            given(next)
                    .when(delete("t2", "t1"))
                    .at(LATER)
                    .thenRejected(new BoardRejection.UnknownTasks(ids("t1")));
        }
    }

    @Nested
    class Assigning {

        private final Board board = after(update("t1", title("x"), owner("Wang|aa:02")));

        private static FieldChange owner(String text) {
            return new FieldChange.SetOwner(new Owner(text));
        }

        @Test
        void whoeverClaimsItHasIt() {
            Board next = given(board).when(claim("t1")).at(LATER).state();

            assertEquals(LI, task(next, "t1").owner());
        }

        @Test
        void whoeverHasItKeepsIt() {
            Board mine = given(board).when(claim("t1")).at(LATER).state();

            given(mine).when(claim("t1")).at(LATER).then().thenUnchanged();
            given(mine).when(give("t1", LI)).at(LATER).then().thenUnchanged();
        }

        @Test
        void aBadgeHasItUnderAnyOfItsAliases() {
            given(after(update("t1", title("x"), owner("Old name|AA:01"))))
                    .when(claim("t1"))
                    .at(LATER)
                    .thenUnchanged();
            given(after(update("t1", title("x"), owner("aa:01"))))
                    .when(claim("t1"))
                    .at(LATER)
                    .thenUnchanged();
        }

        @Test
        void anybodyCanBeNamed() {
            Board next = given(board).when(give("t1", new Owner("the cat"))).at(LATER).state();

            assertEquals("the cat", task(next, "t1").owner().value());
        }

        @Test
        void whatIsUnknownCannotBeClaimed() {
            given(board)
                    .when(claim("t9"))
                    .at(LATER)
                    .thenRejected(new BoardRejection.UnknownTasks(ids("t9")));
        }
    }

    @Nested
    class Listing {

        @Test
        void openBeforeDoneThenUrgentThenOlder() {
            Board board =
                    after(
                            update("old done", title("x"), priority(0)),
                            update("late", title("x"), priority(3)),
                            update("usual 1", title("x")),
                            update("usual 2", title("x")),
                            update("urgent", title("x"), priority(0)),
                            update("new done", title("x"), priority(3)),
                            complete("new done", "old done"));

            assertEquals(
                    List.of("urgent", "usual 1", "usual 2", "late", "old done", "new done"),
                    named(board.listed()));
            assertEquals(List.of("urgent", "usual 1", "usual 2", "late"), named(board.open()));
        }
    }

    @Test
    void aCommandNamesAtLeastOneTaskAndNotTooMany() {
        List<TaskId> most = Collections.nCopies(BoardCommand.TASKS_MAX, id("t"));
        List<TaskId> tooMany = Collections.nCopies(BoardCommand.TASKS_MAX + 1, id("t"));

        assertEquals(most, new BoardCommand.Delete(most).ids());
        assertThrows(IllegalArgumentException.class, () -> new BoardCommand.Complete(tooMany));
        assertThrows(IllegalArgumentException.class, () -> new BoardCommand.Update(List.of(), LI));
    }
}
