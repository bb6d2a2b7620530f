package dev.supie.domain.task;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// PEER-10: who gets which task on which board.
class MessageTasksTest {

    private static final DeviceId LI = new DeviceId("aa:01");
    private static final DeviceId ZOE = new DeviceId("aa:02");
    private static final DeviceId BO = new DeviceId("bb:01");
    private static final DeviceId WANG = new DeviceId("cc:01");
    private static final DeviceId NAMELESS = new DeviceId("bb:02");
    private static final GroupKey A = new GroupKey("a");
    private static final GroupKey B = new GroupKey("b");
    private static final TaskSettings SETTINGS =
            new TaskSettings(
                    Map.of(LI, A, ZOE, A, BO, B, NAMELESS, B),
                    Map.of(LI, "Li", ZOE, "Zoe", BO, "Bo", WANG, "王"),
                    ZoneOffset.UTC);
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private static PeerMessage message(String text, Normalized normalized) {
        return new PeerMessage(
                new MessageId(ID),
                WANG,
                new Submission(
                        Mid.NONE,
                        new Targets.Everybody(),
                        text,
                        new Submission.Hint.None(),
                        "",
                        Duration.ofHours(1)),
                new Structure(Category.TASK, "summary", normalized),
                false,
                Instant.EPOCH,
                false);
    }

    private static PeerMessage assignedTo(String... names) {
        return message("text", Normalized.of("Send it", 1, "2026-11-30", List.of(names)));
    }

    private static SortedMap<GroupKey, List<TaskChange>> of(
            PeerMessage message, DeviceId... targets) {
        return MessageTasks.of(message, List.of(targets), SETTINGS);
    }

    /// For each board the endings of the ids and whose they are.
    private static Map<GroupKey, List<String>> owners(PeerMessage message, DeviceId... targets) {
        return of(message, targets).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                board ->
                                        board.getValue().stream()
                                                .map(MessageTasksTest::ownerOf)
                                                .toList()));
    }

    /// Of the only task there is.
    private static List<FieldChange> fields(PeerMessage message) {
        return of(message, LI).firstEntry().getValue().getFirst().fields();
    }

    private static String ownerOf(TaskChange change) {
        String owner =
                change.fields().stream()
                        .filter(FieldChange.SetOwner.class::isInstance)
                        .map(field -> ((FieldChange.SetOwner) field).owner().value())
                        .findFirst()
                        .orElseThrow();
        return change.id().value().replace("PEER-" + ID + "-", "") + " " + owner;
    }

    @Test
    void aTaskHasWhatTheMessageSays() {
        assertEquals(
                Map.of(
                        A,
                        List.of(
                                new TaskChange(
                                        new TaskId("PEER-" + ID + "-T1"),
                                        new FieldChange.SetTitle(new Title("Send it")),
                                        new FieldChange.SetPriority(new Priority(1)),
                                        new FieldChange.SetOwner(new Owner("Li|aa:01")),
                                        new FieldChange.SetDue(Due.of("2026-11-30").orElseThrow()),
                                        new FieldChange.SetNotes(new TaskNotes("王|cc:01: text"))))),
                of(assignedTo(), LI));
    }

    @Test
    void withoutNamesEveryTargetHasOneOnTheBoardOfItsGroup() {
        assertEquals(
                Map.of(A, List.of("T1 Li|aa:01", "T3 Zoe|aa:02"), B, List.of("T2 bb:02")),
                owners(assignedTo(), LI, NAMELESS, ZOE));
    }

    @Test
    void ofManyTargetsTheOneThatIsNamedHasIt() {
        assertAll(
                () ->
                        assertEquals(
                                Map.of(A, List.of("T2 Zoe|aa:02")),
                                owners(assignedTo("zoe"), LI, ZOE, BO)),
                () ->
                        assertEquals(
                                Map.of(B, List.of("T1 bb:02")),
                                owners(assignedTo("BB:02"), NAMELESS, LI)),
                () ->
                        assertEquals(
                                Map.of(A, List.of("T1 Li|aa:01")),
                                owners(assignedTo("Li", "Li|aa:01", "aa:01"), LI)));
    }

    @Test
    void somebodyElseHasItOnTheBoardsOfTheTargets() {
        assertEquals(
                Map.of(A, List.of("A1 王|cc:01"), B, List.of("A1 王|cc:01")),
                owners(assignedTo("王"), LI, ZOE, BO));
    }

    @Test
    void somebodyWithoutBadgeIsNamedAsInTheMessage() {
        assertEquals(
                Map.of(A, List.of("T1 Li|aa:01", "A2 Uncle Sam")),
                owners(assignedTo("Li", "Uncle Sam"), LI));
    }

    @Test
    void whoSharesAnAliasIsNamedAsInTheMessageUnlessItIsATarget() {
        TaskSettings twins = new TaskSettings(Map.of(), Map.of(LI, "Li", BO, "Li"), ZoneOffset.UTC);
        PeerMessage message = assignedTo("Li");
        assertAll(
                () ->
                        assertEquals(
                                "A1 Li",
                                ownerOf(
                                        MessageTasks.of(message, List.of(ZOE), twins)
                                                .firstEntry()
                                                .getValue()
                                                .getFirst())),
                () ->
                        assertEquals(
                                "T1 Li|bb:01",
                                ownerOf(
                                        MessageTasks.of(message, List.of(BO), twins)
                                                .firstEntry()
                                                .getValue()
                                                .getFirst())));
    }

    @Test
    void everybodyIsNobodyInParticular() {
        assertEquals(
                Map.of(A, List.of("T1 Li|aa:01"), B, List.of("T2 Bo|bb:01")),
                owners(assignedTo("大家", "ALL"), LI, BO));
    }

    @Test
    void aLongTextIsCutInTheNotes() {
        PeerMessage message = message("字".repeat(2000), Normalized.of("t", 2, "", List.of()));
        TaskNotes notes =
                fields(message).stream()
                        .filter(FieldChange.SetNotes.class::isInstance)
                        .map(field -> ((FieldChange.SetNotes) field).notes())
                        .findFirst()
                        .orElseThrow();
        assertAll(
                () -> assertEquals(TaskNotes.LENGTH_MAX, notes.value().length()),
                () -> assertTrue(notes.value().startsWith("王|cc:01: 字")),
                () -> assertTrue(notes.value().endsWith("字…")));
    }

    @Test
    void aTitleThatNobodyCanSeeIsReplaced() {
        Normalized invisible = new Normalized("\u2060", 2, "", List.of());
        Normalized dated = new Normalized("t", 2, "+12345-01-01", List.of());
        assertAll(
                () ->
                        assertTrue(
                                fields(message("x", invisible))
                                        .contains(new FieldChange.SetTitle(new Title("summary")))),
                () ->
                        assertTrue(
                                fields(message("x", dated))
                                        .contains(new FieldChange.SetDue(Due.never()))));
    }
}
