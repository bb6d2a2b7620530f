package dev.supie.application.task;

import static dev.supie.application.task.Office.hello;
import static dev.supie.application.task.Office.pull;
import static dev.supie.application.task.Office.task;
import static dev.supie.application.task.Office.update;
import static dev.supie.application.task.Office.working;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.ListenNow;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.StatsPush;
import dev.supie.application.connection.port.BadgeMessage.TaskList;
import dev.supie.application.connection.port.BadgeMessage.Welcome;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.server.StatsToAll;
import dev.supie.domain.task.SnapshotRule;
import dev.supie.domain.task.TaskSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// WF-7, CON-1, CON-2, MODE-3: when a badge is sent the list although nothing has changed.
class SnapshotTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private final Office office = new Office();

    @BeforeEach
    void oneTask() {
        office.ask(office.a2, update(task("t1")));
        office.bench.pass(Duration.ofSeconds(5));
        office.forget();
    }

    private List<List<String>> helloed() {
        return Office.lists(office.send(office.a1, hello()));
    }

    /// CON-1: the welcome, one list, and then statistics.
    @Test
    void whoeverConnectsGetsOneAfterTheWelcome() {
        Bench bench =
                new Bench()
                        .showingTasks(TaskSettings.DEFAULTS)
                        .tellingStatsTo(StatsToAll.ALWAYS)
                        .start();
        SessionId badge = bench.connect("aa:01");
        bench.pass(Duration.ofSeconds(2));

        List<BadgeMessage> sent = bench.link.take(badge);

        assertInstanceOf(Welcome.class, sent.getFirst());
        assertEquals(new TaskList(List.of(), Rid.NONE), sent.get(1));
        assertInstanceOf(StatsPush.class, sent.get(2));
        assertEquals(3, sent.size());
    }

    @Test
    void whoeverConnectsSeesWhatIsThere() {
        office.bench.disconnect(office.a1);
        SessionId again = office.bench.connect(Office.LI.value());

        assertEquals(List.of(List.of("t1")), office.lists(again));
    }

    @Test
    void aHelloGetsOneButNotTwiceWithinTheSpacing() {
        assertEquals(List.of(List.of("t1")), helloed());
        office.bench.pass(SnapshotRule.SPACING.minus(TICK));
        assertEquals(List.of(), helloed());
        office.bench.pass(TICK);
        assertEquals(List.of(List.of("t1")), helloed());
    }

    @Test
    void aHelloRightAfterConnectingGetsNone() {
        office.bench.disconnect(office.a1);
        SessionId again = office.bench.connect(Office.LI.value());
        office.bench.link.take(again);

        assertEquals(List.of(), Office.lists(office.send(again, hello())));
        assertEquals(List.of(), Office.lists(office.send(again, working())));
    }

    /// One connection's snapshots say nothing about another's.
    @Test
    void theSpacingIsEachConnectionsOwn() {
        helloed();

        assertEquals(List.of(List.of("t1")), Office.lists(office.send(office.a2, hello())));
    }

    /// MODE-3, in this order.
    @Test
    void workingModeAsksToListenAndShowsTheList() {
        List<BadgeMessage> answers = office.send(office.a1, working());

        assertEquals(3, answers.size());
        assertInstanceOf(ModeReceipt.class, answers.get(0));
        assertEquals(new ListenNow(), answers.get(1));
        assertInstanceOf(TaskList.class, answers.get(2));
    }

    @Test
    void workingModeTwiceShowsItOnce() {
        office.send(office.a1, working());
        office.bench.pass(Duration.ofSeconds(5));

        assertEquals(List.of(), Office.lists(office.send(office.a1, working())));
    }

    @Test
    void whoeverAsksGetsOneEveryTimeWithItsMark() {
        Rid rid = new Rid("p1");
        for (int i = 0; i < 3; i++) {
            List<BadgeMessage> answers = office.send(office.a1, pull(rid));
            assertEquals(1, answers.size());
            assertEquals(rid, ((TaskList) answers.getFirst()).rid());
        }
        assertEquals(List.of(List.of("t1")), helloed());
    }

    /// WF-7: a change is told at once, whatever was sent before.
    @Test
    void aChangeIsNotSpaced() {
        helloed();
        office.ask(office.a2, update(task("t2")));
        office.ask(office.a2, update(task("t3")));

        assertEquals(
                List.of(List.of("t1", "t2"), List.of("t1", "t2", "t3")), office.lists(office.a1));
    }

    @Test
    void theStoreIsAskedOnceForAGroupThatIsThere() {
        office.ask(office.a1, update(task("t2")));
        int loads = office.bench.taskStore.loads();

        for (int i = 0; i < 5; i++) {
            office.send(office.a1, pull(Rid.NONE));
            office.ask(office.a1, update(task("t" + (3 + i))));
        }

        assertEquals(loads, office.bench.taskStore.loads());
    }
}
