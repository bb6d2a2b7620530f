package dev.supie.application.task;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.peer.port.SentMessage;
import dev.supie.application.peer.port.TaskBoards.Result;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerReceipt;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Task;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// PEER-10: what messages ask for comes onto the boards of their targets' groups.
class MessageImportTest {

    private static final GroupKey A = new GroupKey("a");
    private static final GroupKey B = new GroupKey("b");
    private static final DeviceId B1 = new DeviceId("bb:01");
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final Office office = new Office();
    private final MessageImport imports =
            new MessageImport(office.bench.tasks(), () -> Office.SETTINGS);

    /// From `bb:01`, on its way to Li, waiting for others, and refused for one of another group.
    private static SentMessage sent(List<String> assignees, DeviceId... enqueued) {
        Submission submission =
                new Submission(
                        Mid.NONE,
                        new Targets.Named(List.of(Office.LI)),
                        "please send the report",
                        new Submission.Hint.None(),
                        "",
                        Duration.ofHours(1));
        SequencedMap<DeviceId, Failure> failed = new LinkedHashMap<>();
        failed.put(new DeviceId("zz:01"), Failure.UNAUTHORIZED);
        return new SentMessage(
                new PeerMessage(
                        new MessageId(ID),
                        B1,
                        submission,
                        new Structure(
                                Category.TASK, "s", Normalized.of("Report", 0, "", assignees)),
                        false,
                        Instant.EPOCH,
                        false),
                new PeerReceipt(List.of(Office.LI), List.of(enqueued), failed));
    }

    private Result write(SentMessage sent) {
        Result result = imports.write(sent);
        office.bench.threads.runAll();
        return result;
    }

    private List<Task> board(GroupKey group) {
        return office.bench.tasks().list(group, TaskFilter.ALL).stream()
                .map(ListedTask::task)
                .toList();
    }

    @Test
    void itIsOnTheBoardAndOnTheScreensOfTheTargetsGroupOnly() {
        assertInstanceOf(Result.Written.class, write(sent(List.of())));

        Task task = board(A).getFirst();
        List<List<String>> shown = List.of(List.of("PEER-" + ID + "-T1"));
        assertAll(
                () -> assertEquals("Report", task.title().value()),
                () -> assertEquals(0, task.priority().level()),
                () -> assertEquals("Li|aa:01", task.owner().value()),
                () -> assertEquals("bb:01: please send the report", task.notes().value()),
                () -> assertEquals(shown, Office.lists(office.bench.link.take(office.a1))),
                () -> assertEquals(shown, Office.lists(office.bench.link.take(office.a2))),
                () -> assertEquals(List.of(), office.bench.link.take(office.b1)));
    }

    @Test
    void whoIsAwayHasItsTaskAsWellAndWhoWasRefusedHasNone() {
        write(sent(List.of(), B1));

        assertAll(
                () -> assertEquals(1, board(A).size()),
                () -> assertEquals("bb:01", board(B).getFirst().owner().value()),
                () -> assertEquals(List.of(), board(GroupKey.ofDevice(new DeviceId("zz:01")))));
    }

    @Test
    void againItChangesNothingThatPeopleHaveChanged() {
        write(sent(List.of()));
        String id = "PEER-" + ID + "-T1";
        office.bench
                .tasks()
                .ask(
                        new Sender.Visitor(A, new Owner("x")),
                        Office.update(
                                Office.item(
                                        "a",
                                        id,
                                        Office.title("Report, but short"),
                                        Office.priority(3),
                                        new FieldChange.SetOwner(new Owner("Zoe")))));
        office.forget();

        assertInstanceOf(Result.Written.class, write(sent(List.of(), B1)));

        assertAll(
                () -> assertEquals("Report, but short", board(A).getFirst().title().value()),
                () -> assertEquals(3, board(A).getFirst().priority().level()),
                () -> assertEquals("Zoe", board(A).getFirst().owner().value()),
                () -> assertEquals(1, board(B).size()),
                () -> assertEquals(List.of(), office.bench.link.take(office.a1)));
    }

    @Test
    void aFullBoardRefusesAndTheOthersHaveIt() {
        TaskRequest.Item[] many =
                IntStream.range(0, 100)
                        .mapToObj(number -> Office.task("a", "one" + number))
                        .toArray(TaskRequest.Item[]::new);
        TaskRequest.Item[] more =
                IntStream.range(100, Board.OPEN_MAX)
                        .mapToObj(number -> Office.task("a", "two" + number))
                        .toArray(TaskRequest.Item[]::new);
        Sender visitor = new Sender.Visitor(A, new Owner("x"));
        office.bench.tasks().ask(visitor, Office.update(many));
        office.bench.tasks().ask(visitor, Office.update(more));

        Result.Refused refused = assertInstanceOf(Result.Refused.class, write(sent(List.of(), B1)));

        assertAll(
                () -> assertTrue(refused.reason().contains("200 open tasks"), refused.reason()),
                () -> assertEquals(1, board(B).size()));
    }

    @Test
    void aStoreThatIsAwayIsToBeAskedAgain() {
        office.bench.taskStore.failNextSaveBefore();
        assertInstanceOf(Result.Unknown.class, write(sent(List.of())));
        office.bench.taskStore.failNextSaveAfter();
        assertInstanceOf(Result.Unknown.class, write(sent(List.of())));

        assertInstanceOf(Result.Written.class, write(sent(List.of())));
        assertEquals(1, board(A).size());
    }
}
