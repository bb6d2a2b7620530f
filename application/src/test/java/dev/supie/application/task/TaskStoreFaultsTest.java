package dev.supie.application.task;

import static dev.supie.application.task.Office.complete;
import static dev.supie.application.task.Office.hello;
import static dev.supie.application.task.Office.item;
import static dev.supie.application.task.Office.priority;
import static dev.supie.application.task.Office.pull;
import static dev.supie.application.task.Office.task;
import static dev.supie.application.task.Office.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.TaskReceipt;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.task.port.BoardStep;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.BoardDecider;
import dev.supie.domain.task.BoardEffect;
import dev.supie.domain.task.BoardRejection;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What badges are told while the store fails, and that nothing they were told is wrong afterwards.
class TaskStoreFaultsTest {

    private static final GroupKey GROUP = new GroupKey("a");

    private final Office office = new Office();

    private void assertFailed(List<BadgeMessage> answers) {
        assertEquals(1, answers.size(), answers::toString);
        FeatureError error = (FeatureError) answers.getFirst();
        assertEquals(ErrorCode.INTERNAL_ERROR, error.code());
    }

    private boolean isIdempotent(List<BadgeMessage> answers) {
        return answers.getFirst() instanceof TaskReceipt receipt && receipt.idempotent();
    }

    /// What another process does with the same board.
    private void elsewhere(String id) {
        Board board = office.bench.taskStore.load(GROUP);
        TaskChange change = new TaskChange(new TaskId(id), Office.title("elsewhere"));
        BoardCommand command = new BoardCommand.Update(List.of(change), new Owner("x"));
        switch (BoardDecider.decide(board, command, office.bench.time.instant())) {
            case Decision.Rejected<Board, BoardEffect, BoardRejection> rejected ->
                    throw new AssertionError(rejected);
            case Decision.Accepted<Board, BoardEffect, BoardRejection> accepted ->
                    office.bench.taskStore.save(
                            List.of(new BoardStep(accepted.next(), stores(accepted.effects()))));
        }
    }

    private static List<BoardEffect.Store> stores(List<BoardEffect> effects) {
        return effects.stream()
                .filter(BoardEffect.Store.class::isInstance)
                .map(BoardEffect.Store.class::cast)
                .toList();
    }

    @Test
    void whatCouldNotBeStoredIsSaidAndShownToNobody() {
        office.bench.taskStore.failNextSaveBefore();

        assertFailed(office.ask(office.a1, update(task("t1"))));
        office.bench.pass(Duration.ofMinutes(1));

        assertEquals(List.of(), office.lists(office.a1));
        assertEquals(List.of(), office.lists(office.a2));
    }

    @Test
    void aRepeatAfterAFailureIsDone() {
        office.bench.taskStore.failNextSaveBefore();
        office.ask(office.a1, update(task("t1")));

        List<BadgeMessage> answers = office.ask(office.a1, update(task("t1")));

        assertEquals(List.of(List.of("t1")), Office.lists(answers));
        assertEquals(List.of(List.of("t1")), office.lists(office.a2));
    }

    /// The answer of the commit was lost: the change is there, and everybody sees it all the same.
    @Test
    void whatWasStoredAfterAllIsShownSoon() {
        office.bench.taskStore.failNextSaveAfter();

        assertFailed(office.ask(office.a1, update(task("t1"))));
        office.bench.pass(Duration.ofSeconds(2));

        assertEquals(List.of(List.of("t1")), office.lists(office.a1));
        assertEquals(List.of(List.of("t1")), office.lists(office.a2));
        assertEquals(List.of(), office.lists(office.b1));
    }

    @Test
    void whatWasStoredAfterAllIsShownAtTheLatestWithTheNextRequest() {
        office.bench.taskStore.failNextSaveAfter();
        office.ask(office.a1, update(task("t1")));

        List<BadgeMessage> answers = office.ask(office.a1, update(task("t1")));

        assertEquals(List.of(List.of("t1")), Office.lists(answers));
        assertTrue(isIdempotent(answers.reversed()));
        assertEquals(List.of(List.of("t1")), office.lists(office.a2));
        office.bench.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), office.lists(office.a2));
    }

    @Test
    void screensAreRightOnceAStoreThatWasAwayIsBack() {
        office.bench.taskStore.failNextSaveAfter();
        office.ask(office.a1, update(task("t1")));
        office.bench.taskStore.goAway();
        office.bench.pass(Duration.ofSeconds(60));
        assertEquals(List.of(), office.lists(office.a2));

        office.bench.taskStore.comeBack();
        office.bench.pass(Duration.ofSeconds(31));

        assertEquals(List.of(List.of("t1")), office.lists(office.a2));
    }

    @Test
    void nobodyGoesOnAskingForAGroupThatIsGone() {
        office.bench.taskStore.failNextSaveAfter();
        office.ask(office.a1, update(task("t1")));
        office.bench.taskStore.goAway();
        List.of(office.a1, office.a2, office.b1).forEach(office.bench::disconnect);

        office.bench.pass(Duration.ofMinutes(5));

        assertEquals(0, office.bench.time.alarms());
        assertEquals(0, ((TaskService) office.bench.tasks()).size());
    }

    @Test
    void whoeverConnectsWhileTheStoreIsAwayGetsItsListLater() {
        office.ask(office.a1, update(task("t1")));
        List.of(office.a1, office.a2).forEach(office.bench::disconnect);
        office.bench.taskStore.goAway();
        SessionId again = office.bench.connect(Office.LI.value());
        for (int i = 0; i < 5; i++) {
            office.send(again, hello());
        }
        assertFailed(office.send(again, pull(Rid.NONE)));
        assertEquals(List.of(), office.lists(again));

        office.bench.taskStore.comeBack();
        office.bench.pass(Duration.ofSeconds(31));

        assertEquals(List.of(List.of("t1")), office.lists(again));
    }

    @Test
    void whatSomebodyElseHasDoneMeanwhileIsKeptAndShown() {
        office.ask(office.a1, update(task("t1")));
        office.forget();
        elsewhere("t2");

        List<BadgeMessage> answers = office.ask(office.a1, update(item("", "t1", priority(3))));

        assertTrue(answers.getLast() instanceof BadgeMessage.TaskList);
        assertEquals(List.of("t2", "t1"), Office.lists(answers).getLast());
        assertEquals(List.of("t2", "t1"), office.lists(office.a2).getLast());
    }

    @Test
    void whoeverIsAlwaysTooLateIsBusy() {
        office.ask(office.a1, update(task("t1")));
        office.forget();
        int before = office.bench.taskStore.saves();
        alwaysFirst(1);

        List<BadgeMessage> answers = office.ask(office.a1, complete("t1"));

        FeatureError error = (FeatureError) answers.getLast();
        assertEquals(ErrorCode.BUSY, error.code());
        assertEquals(2 * TaskSteps.ATTEMPTS_MAX, office.bench.taskStore.saves() - before);
    }

    private void alwaysFirst(int number) {
        office.bench.taskStore.duringNextSave(
                () -> {
                    elsewhere("e" + number);
                    alwaysFirst(number + 1);
                });
    }
}
