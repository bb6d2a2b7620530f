package dev.supie.application.task;

import static dev.supie.application.task.Office.claim;
import static dev.supie.application.task.Office.complete;
import static dev.supie.application.task.Office.delete;
import static dev.supie.application.task.Office.give;
import static dev.supie.application.task.Office.group;
import static dev.supie.application.task.Office.ids;
import static dev.supie.application.task.Office.item;
import static dev.supie.application.task.Office.names;
import static dev.supie.application.task.Office.priority;
import static dev.supie.application.task.Office.pull;
import static dev.supie.application.task.Office.task;
import static dev.supie.application.task.Office.title;
import static dev.supie.application.task.Office.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.TaskList;
import dev.supie.application.connection.port.BadgeMessage.TaskReceipt;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskStatus;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// WF-2 to WF-6: what a change comes to, and who hears of it.
class TaskChangesTest {

    private final Office office = new Office();
    private final Rid rid = new Rid("r1");

    private List<ListedTask> listed(String group) {
        return office.bench.tasks().list(group(group).orElseThrow(), TaskFilter.ALL);
    }

    private void refused(List<BadgeMessage> answers, String event, ErrorCode code, String text) {
        assertEquals(List.of(new FeatureError("workflow", event, code, text, Rid.NONE)), answers);
        assertNobodyHeard();
    }

    private void assertNobodyHeard() {
        for (SessionId badge : List.of(office.a1, office.a2, office.b1)) {
            assertEquals(List.of(), office.bench.link.take(badge));
        }
    }

    @Test
    void theSenderGetsItsReceiptAndThenTheList() {
        List<BadgeMessage> answers = office.ask(office.a1, update(task("t1"), task("t2")), rid);

        assertEquals(2, answers.size());
        assertEquals(
                new TaskReceipt(TaskEvent.UPDATE, ids("t1", "t2"), false, rid), answers.getFirst());
        TaskList list = (TaskList) answers.getLast();
        assertEquals(List.of("t1", "t2"), names(list));
        assertEquals(Rid.NONE, list.rid());
    }

    @Test
    void everybodyOfTheGroupGetsOneListAndNobodyElseAnything() {
        office.ask(office.a1, update(task("t1"), task("t2"), task("t3")));

        assertEquals(List.of(List.of("t1", "t2", "t3")), office.lists(office.a2));
        assertEquals(List.of(), office.bench.link.take(office.b1));
    }

    @Test
    void whoeverChangesAnotherGroupStillGetsItsOwnList() {
        office.ask(office.b1, update(task("mine")));
        office.forget();

        List<BadgeMessage> answers = office.ask(office.b1, update(task("a", "t1")));

        assertEquals(List.of(List.of("mine")), Office.lists(answers));
        assertEquals(List.of(List.of("t1")), office.lists(office.a1));
        assertEquals(List.of(List.of("t1")), office.lists(office.a2));
    }

    @Test
    void aRequestOverTwoGroupsShowsEachItsOwn() {
        List<BadgeMessage> answers =
                office.ask(office.a1, update(task("b", "t1"), task("a", "t1"), task("t2")));

        assertEquals(List.of(List.of("t1", "t2")), Office.lists(answers));
        assertEquals(List.of(List.of("t1", "t2")), office.lists(office.a2));
        assertEquals(List.of(List.of("t1")), office.lists(office.b1));
    }

    /// Its own group is named, but only the other one changes.
    @Test
    void whoeverChangesNothingOfItsOwnStillGetsItsOwnList() {
        office.ask(office.a1, update(task("t1")));
        office.forget();

        List<BadgeMessage> answers = office.ask(office.a1, update(task("t1"), task("b", "t1")));

        assertEquals(List.of(List.of("t1")), Office.lists(answers));
        assertEquals(List.of(), office.bench.link.take(office.a2));
        assertEquals(List.of(List.of("t1")), office.lists(office.b1));
    }

    @Test
    void aBadgeThatIsGoneGetsNothingAndTheOthersDo() {
        office.bench.disconnect(office.a2);

        office.ask(office.a1, update(task("t1")));

        assertEquals(List.of(), office.bench.link.take(office.a2));
        assertEquals(1, listed("a").size());
    }

    @Test
    void whatIsCreatedBelongsToTheSender() {
        office.ask(office.a1, update(task("t1")));
        office.ask(office.a2, update(task("t2")));

        assertEquals(
                List.of("Li|aa:01", "aa:02"),
                listed("a").stream().map(listed -> listed.task().owner().value()).toList());
    }

    @Test
    void fieldsOfDifferentBadgesAllSurvive() {
        office.ask(office.a1, update(task("t1")));
        office.ask(office.a2, update(item("", "t1", priority(0))));
        office.ask(office.b1, update(item("a", "t1", title("renamed"))));

        var task = listed("a").getFirst().task();
        assertEquals("renamed", task.title().value());
        assertEquals(0, task.priority().level());
        assertEquals("Li|aa:01", task.owner().value());
        assertEquals(3, task.stamp().version());
    }

    @Nested
    class WhatIsSoAlready {

        @Test
        void isOkAndToldNobody() {
            office.ask(office.a1, update(task("t1")));
            office.ask(office.a1, complete("t1"));
            office.forget();

            assertEquals(
                    List.of(new TaskReceipt(TaskEvent.COMPLETE, ids("t1"), true, rid)),
                    office.ask(office.a2, complete("t1", "t1"), rid));
            assertEquals(
                    List.of(new TaskReceipt(TaskEvent.ASSIGN, ids("t1"), true, Rid.NONE)),
                    office.ask(office.a1, claim("t1")));
            assertEquals(
                    List.of(new TaskReceipt(TaskEvent.UPDATE, ids("t1"), true, Rid.NONE)),
                    office.ask(office.a2, update(task("t1"))));
            assertNobodyHeard();
        }

        @Test
        void isNotStoredAgain() {
            office.ask(office.a1, update(task("t1")));
            int saves = office.bench.taskStore.saves();

            office.ask(office.a1, update(task("t1")));

            assertEquals(saves, office.bench.taskStore.saves());
        }
    }

    @Test
    void aTaskIsClaimedAndGivenAway() {
        office.ask(office.a2, update(task("t1")));
        office.forget();

        office.ask(office.a1, claim("t1"));
        assertEquals("Li|aa:01", listed("a").getFirst().task().owner().value());
        office.ask(office.a1, give("t1", "Mo"));
        assertEquals("Mo", listed("a").getFirst().task().owner().value());
        assertEquals(2, office.lists(office.a2).size());
    }

    @Nested
    class WhatIsRefused {

        @Test
        void namesWhatIsUnknown() {
            office.ask(office.a1, update(task("t1")));
            office.forget();

            refused(
                    office.ask(office.a1, complete("t1", "t8", "t9")),
                    "complete",
                    ErrorCode.NOT_FOUND,
                    "unknown in group a: t8, t9");
            refused(
                    office.ask(office.a1, delete("b", "t1")),
                    "delete",
                    ErrorCode.NOT_FOUND,
                    "unknown in group b: t1");
            refused(
                    office.ask(office.a1, claim("t9")),
                    "assign",
                    ErrorCode.NOT_FOUND,
                    "unknown in group a: t9");
        }

        @Test
        void countsWhatIsTooMuchToName() {
            String[] many = new String[TaskRefusals.IDS_NAMED_MAX + 2];
            for (int i = 0; i < many.length; i++) {
                many[i] = "t" + i;
            }

            FeatureError error = (FeatureError) office.ask(office.a1, complete(many)).getFirst();

            assertEquals(
                    "unknown in group a: t0, t1, t2, t3, t4, t5, t6, t7, t8, t9 and 2 more",
                    error.message());
        }

        /// WF-3: applied whole or not at all, over all groups.
        @Test
        void isNotDoneInPart() {
            refused(
                    office.ask(
                            office.a1,
                            update(task("a", "t1"), task("b", "t1"), item("b", "t2", priority(0)))),
                    "update",
                    ErrorCode.SCHEMA_INVALID,
                    "missing: title of what is new in group b: t2");

            assertEquals(List.of(), listed("a"));
            assertEquals(List.of(), listed("b"));
            assertEquals(0, office.bench.taskStore.saves());
        }

        @Test
        void isAGroupMoreThanThereMayBe() {
            office.bench.taskStore.countMore(9_999);
            office.ask(office.a1, update(task("t1")));
            office.forget();

            refused(
                    office.ask(office.a1, update(task("b", "t1"))),
                    "update",
                    ErrorCode.INVALID_REQUEST,
                    "there are 10000 groups with tasks, which is the most");
            assertEquals(
                    List.of(List.of("t1", "t2")),
                    Office.lists(office.ask(office.a1, update(task("t2")))));
        }
    }

    /// DUP-2: an older connection changes nothing and is shown nothing.
    @Test
    void aConnectionThatWasTakenOverIsRefused() {
        SessionId newer = office.bench.opening(Office.LI.value());
        office.bench.threads.runAll();
        office.forget();
        office.bench.link.take(newer);

        List<BadgeMessage> answers = office.ask(office.a1, update(task("t1")));

        assertEquals(
                List.of(
                        new FeatureError(
                                "workflow",
                                "update",
                                ErrorCode.UNAUTHORIZED,
                                "another connection of this badge has taken over",
                                Rid.NONE)),
                answers);
        office.ask(office.a2, update(task("t2")));
        assertEquals(List.of(), office.lists(office.a1));
        assertEquals(List.of(List.of("t2")), office.lists(newer));
        assertEquals(
                List.of(ErrorCode.UNAUTHORIZED),
                office.send(office.a1, pull(Rid.NONE)).stream()
                        .map(FeatureError.class::cast)
                        .map(FeatureError::code)
                        .toList());
    }

    /// The service itself refuses it too: the takeover may come between the lane and the turn.
    @Test
    void whoIsNotThereAnyMoreChangesNothing() {
        SessionId gone = new SessionId("gone");
        Sender.Badge sender = new Sender.Badge(Office.LI, gone, Rid.NONE);

        assertEquals(
                new Tasks.Outcome.Replaced(), office.bench.tasks().ask(sender, update(task("t1"))));
        assertEquals(new Tasks.Outcome.Replaced(), office.bench.tasks().pull(sender));
        assertEquals(0, office.bench.taskStore.saves());
    }

    @Nested
    class AVisitor {

        private final Tasks tasks = office.bench.tasks();
        private final Sender visitor = new Sender.Visitor(new GroupKey("a"), new Owner("console"));

        @Test
        void isAnsweredByTheOutcomeAndTheGroupSeesIt() {
            assertEquals(new Tasks.Outcome.Done(false), tasks.ask(visitor, update(task("t1"))));

            assertEquals(List.of(List.of("t1")), office.lists(office.a1));
            assertEquals(List.of(List.of("t1")), office.lists(office.a2));
            assertEquals("console", listed("a").getFirst().task().owner().value());
            assertEquals(new Tasks.Outcome.Done(true), tasks.ask(visitor, claim("t1")));
        }

        @Test
        void seesWhatItAsksFor() {
            tasks.ask(visitor, update(task("t1"), item("", "t2", title("Paint the Wall"))));
            tasks.ask(visitor, complete("t1"));
            tasks.ask(visitor, give("t2", "Mo|cc:01"));

            assertEquals(List.of("t2", "t1"), ids(TaskFilter.ALL));
            assertEquals(List.of("t1"), ids(filter(TaskStatus.DONE, null, null)));
            assertEquals(List.of("t2"), ids(filter(TaskStatus.OPEN, null, null)));
            assertEquals(List.of("t2"), ids(filter(null, "mo", null)));
            assertEquals(List.of("t2"), ids(filter(null, null, " paint THE")));
            assertEquals(List.of(), ids(filter(TaskStatus.DONE, "mo", null)));
        }

        private List<String> ids(TaskFilter filter) {
            return tasks.list(new GroupKey("a"), filter).stream()
                    .map(listed -> listed.task().id().value())
                    .toList();
        }

        private static TaskFilter filter(
                @Nullable TaskStatus status, @Nullable String owner, @Nullable String words) {
            return new TaskFilter(
                    Optional.ofNullable(status),
                    Optional.ofNullable(owner),
                    Optional.ofNullable(words));
        }
    }

    @Test
    void nobodyLeavesAnythingInMemory() {
        office.ask(office.a1, update(task("t1")));
        office.bench.disconnect(office.a1);
        office.bench.disconnect(office.a2);
        office.bench.disconnect(office.b1);
        office.bench.pass(Duration.ofMinutes(1));

        assertEquals(0, ((TaskService) office.bench.tasks()).size());
        assertEquals(0, office.bench.time.alarms());
    }
}
