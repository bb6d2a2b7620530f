package dev.supie.application.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.fixture.Bench;
import dev.supie.application.fixture.HeldMeeting;
import dev.supie.application.task.MeetingImport.Result;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskSettings;
import dev.supie.domain.task.TaskStatus;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// WF-9: tasks of meetings.
class MeetingImportTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final GroupKey GROUP = GroupKey.ofDevice(HeldMeeting.DEVICE);
    private static final Minutes MINUTES =
            minutes(List.of("Ann writes tests", "Bo calls"), List.of("Meet again"));
    private static final List<String> IDS = List.of("MEET-m1-A1", "MEET-m1-A2", "MEET-m1-N1");

    private final Bench bench = new Bench().showingTasks(TaskSettings.DEFAULTS).start();
    private final SessionId badge = bench.connect(HeldMeeting.DEVICE.value());
    private final MeetingImport imports = new MeetingImport(bench.store, bench.tasks());

    private static Minutes minutes(List<String> actions, List<String> nextSteps) {
        return new Minutes("Weekly", List.of(), List.of(), actions, List.of(), nextSteps);
    }

    private void held(String id, Instant at, Minutes minutes) {
        new HeldMeeting(id, at).with(minutes).finishedIn(bench.store, true);
    }

    private Result from(String id) {
        Result result = imports.from(GROUP, Optional.of(new MeetingId(id)));
        bench.threads.runAll();
        return result;
    }

    private List<Task> tasks() {
        return bench.tasks().list(GROUP, TaskFilter.ALL).stream().map(ListedTask::task).toList();
    }

    private static Result imported(String id, List<String> ids) {
        return new Result.Imported(new MeetingId(id), Office.ids(ids.toArray(String[]::new)));
    }

    @Test
    void actionsAndNextStepsBecomeTasksOfTheBadgeAndAreShownOnce() {
        held("m1", NOON, MINUTES);
        bench.link.take(badge);

        assertEquals(imported("m1", IDS), from("m1"));

        assertEquals(List.of(IDS), Office.lists(bench.link.take(badge)));
        assertEquals(
                List.of("Ann writes tests", "Bo calls", "Meet again"),
                tasks().stream().map(task -> task.title().value()).toList());
        assertEquals(HeldMeeting.DEVICE.value(), tasks().getFirst().owner().value());
    }

    @Test
    void againItChangesNothingAndTellsNobody() {
        held("m1", NOON, MINUTES);
        from("m1");
        bench.link.take(badge);

        assertEquals(imported("m1", IDS), from("m1"));

        assertEquals(List.of(), bench.link.take(badge));
    }

    @Test
    void whatSomebodyHasDoneMeanwhileStays() {
        held("m1", NOON, MINUTES);
        from("m1");
        Sender sender = new Sender.Visitor(GROUP, new Owner("x"));
        bench.tasks()
                .ask(
                        sender,
                        Office.update(
                                Office.item(
                                        "",
                                        "MEET-m1-A1",
                                        new FieldChange.SetOwner(new Owner("Ann")),
                                        new FieldChange.SetStatus(TaskStatus.DONE))));

        from("m1");

        Task done = tasks().getLast();
        assertEquals(TaskStatus.DONE, done.status());
        assertEquals("Ann", done.owner().value());
    }

    @Test
    void withoutAnIdItIsTheLastOfTheGroupThatHasMinutes() {
        held("m1", NOON.minusSeconds(60), MINUTES);
        held("m2", NOON, MINUTES);
        new HeldMeeting("m3", NOON.plusSeconds(60)).runningIn(bench.store);

        assertEquals(
                new MeetingId("m2"),
                assertInstanceOf(Result.Imported.class, imports.from(GROUP, Optional.empty()))
                        .meeting());
        assertEquals(
                new Result.Unknown(),
                imports.from(GroupKey.ofDevice(new DeviceId("zz:01")), Optional.empty()));
    }

    @Test
    void onlyTheNewestAreSearched() {
        held("m-old", NOON.minusSeconds(100_000), MINUTES);
        for (int i = 0; i < MeetingImport.SEARCHED_MAX; i++) {
            new HeldMeeting("r" + i, NOON.plusSeconds(i)).runningIn(bench.store);
        }

        assertEquals(new Result.Unknown(), imports.from(GROUP, Optional.empty()));
        assertInstanceOf(Result.Imported.class, from("m-old"));
    }

    @Test
    void aMeetingWithNothingToDoGivesNoTasks() {
        held("m1", NOON, minutes(List.of(), List.of(" ")));

        assertEquals(imported("m1", List.of()), from("m1"));
        assertEquals(List.of(), tasks());
    }

    @Test
    void whatIsNotThereOrNotOverIsSaid() {
        new HeldMeeting("m1", NOON).runningIn(bench.store);

        assertEquals(new Result.Unfinished(), from("m1"));
        assertEquals(new Result.Unknown(), from("m2"));
    }

    @Test
    void aStoreThatFailsIsSaid() {
        held("m1", NOON, MINUTES);
        tasks();
        bench.taskStore.failNextSaveBefore();

        assertEquals(new Result.Failed(new Tasks.Outcome.Failed()), from("m1"));
        assertEquals(imported("m1", IDS), from("m1"));
    }
}
