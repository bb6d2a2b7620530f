package dev.supie.application.task;

import static dev.supie.application.task.Office.task;
import static dev.supie.application.task.Office.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.SpeechText;
import dev.supie.application.connection.port.BadgeMessage.TaskCommand;
import dev.supie.application.connection.port.BadgeMessage.TaskList;
import dev.supie.application.connection.port.BadgeMessage.TaskReceipt;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.voice.VoiceIntent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// WF-8: what is said, or typed, in working mode is done as if it had been sent.
class SpokenTasksTest {

    private static final Rid R1 = new Rid("r1");

    /// Long enough to be heard (LIS-3).
    private static final String SPOKEN = "please claim task two";

    private final Office office = new Office();
    private final SessionId a2 = office.a2;

    @BeforeEach
    void threeTasksOfLi() {
        office.ask(office.a1, update(task("t1"), task("t2"), task("t3")));
        office.send(a2, Office.working());
        office.forget();
    }

    private List<BadgeMessage> type(SessionId badge, String text) {
        return office.send(badge, new BadgeRequest.Detected(text, R1));
    }

    private static void assertRefused(ErrorCode code, String message, List<BadgeMessage> answers) {
        assertEquals(
                List.of(new FeatureError("workflow", "command", code, message, R1)),
                answers.subList(1, answers.size()));
    }

    private String owner(String id) {
        return office.bench.tasks().list(Office.group("a").orElseThrow(), TaskFilter.ALL).stream()
                .filter(listed -> listed.task().id().value().equals(id))
                .map(listed -> listed.task().owner().value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTypedClaimIsEchoedToldDoneAndSeenByTheWholeGroup() {
        List<BadgeMessage> answers = type(a2, "claim task two");

        assertEquals(
                List.of(
                        new SpeechText(a2, "claim task two"),
                        new TaskCommand(VoiceIntent.ASSIGN, Optional.of(id("t2")), R1),
                        new TaskReceipt(TaskEvent.ASSIGN, Office.ids("t2"), false, R1)),
                answers.subList(0, 3));
        assertEquals(List.of(List.of("t1", "t2", "t3")), Office.lists(answers));
        assertEquals(List.of(List.of("t1", "t2", "t3")), office.lists(office.a1));
        assertEquals(List.of(), office.lists(office.b1));
        assertEquals("aa:02", owner("t2"));
    }

    @Test
    void aSpokenClaimIsTheSame() {
        office.bench.listen(a2, ListenMode.MANUAL);
        office.bench.speak(a2, SPOKEN);
        office.bench.stopListening(a2);
        List<BadgeMessage> answers = office.bench.link.take(a2);

        assertEquals(new SpeechText(a2, SPOKEN), answers.getFirst());
        assertTrue(((Transcription) answers.get(1)).last());
        assertEquals(
                new TaskCommand(VoiceIntent.ASSIGN, Optional.of(id("t2")), Rid.NONE),
                answers.get(2));
        assertEquals(
                new TaskReceipt(TaskEvent.ASSIGN, Office.ids("t2"), false, Rid.NONE),
                answers.get(3));
        assertEquals("aa:02", owner("t2"));
    }

    @ParameterizedTest
    @CsvSource({
        "认领任务, ASSIGN, t1",
        "认领第三个任务, ASSIGN, t3",
        "do t2 我来做, ASSIGN, t2",
        "完成任务, COMPLETE, t1",
        "mark the last one done, COMPLETE, t3"
    })
    void commandsFindTheirTask(String text, VoiceIntent intent, String task) {
        List<BadgeMessage> answers = type(a2, text);

        assertEquals(new TaskCommand(intent, Optional.of(id(task)), R1), answers.get(1));
        TaskReceipt receipt = (TaskReceipt) answers.get(2);
        assertEquals(Office.ids(task), receipt.ids());
    }

    /// Ordinals count what is open.
    @Test
    void whatIsDoneIsNotCounted() {
        type(a2, "complete task one");

        assertEquals(
                new TaskCommand(VoiceIntent.ASSIGN, Optional.of(id("t2")), R1),
                type(a2, "claim the first task").get(1));
    }

    @Test
    void completingMeansOnesOwnFirst() {
        type(a2, "claim task three");

        assertEquals(
                new TaskCommand(VoiceIntent.COMPLETE, Optional.of(id("t3")), R1),
                type(a2, "做完了").get(1));
    }

    @Test
    void claimingWhatOneHasIsIdempotent() {
        type(a2, "claim task two");
        office.forget();
        List<BadgeMessage> answers = type(a2, "claim task two");

        assertEquals(new TaskReceipt(TaskEvent.ASSIGN, Office.ids("t2"), true, R1), answers.get(2));
        assertEquals(List.of(), office.lists(office.a1));
    }

    @Test
    void aRefreshIsAPull() {
        List<BadgeMessage> answers = type(a2, "刷新列表");

        assertEquals(new TaskCommand(VoiceIntent.REFRESH, Optional.empty(), R1), answers.get(1));
        assertEquals(R1, ((TaskList) answers.get(2)).rid());
        assertEquals(3, answers.size());
        assertEquals(List.of(), office.lists(office.a1));
    }

    @Test
    void whoeverCannotBeObeyedIsToldWhatToSay() {
        assertRefused(
                ErrorCode.NOT_FOUND,
                "there is no task 4: 3 are open",
                type(a2, "complete task four"));
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                "one task at a time: say which one to claim",
                type(a2, "claim task one and task two"));
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                "say the number: 1 do t1; 2 do t2; 3 do t3",
                type(a2, "claim task do t"));
    }

    @Test
    void nothingIsLeftToClaim() {
        office.send(office.a1, Office.working());
        office.forget();

        assertRefused(
                ErrorCode.NOT_FOUND, "there is no open task to claim", type(office.a1, "认领任务"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不要完成任务",
                "don't claim task two",
                "what is on the list",
                "the task was done by Ana yesterday",
                "complete task paint the fence"
            })
    void negationsAndTalkChangeNothing(String text) {
        assertEquals(List.of(new SpeechText(a2, text)), type(a2, text));
        assertEquals(List.of(), office.lists(office.a1));
    }

    @Test
    void onlyWorkingModeListensForTasks() {
        assertEquals(List.of(new SpeechText(office.b1, "refresh")), type(office.b1, "refresh"));
    }

    @Test
    void aStoreThatIsAwayIsSaid() {
        office.bench.taskStore.goAway();
        List<BadgeMessage> answers = type(a2, "claim task two");

        assertEquals(ErrorCode.INTERNAL_ERROR, ((FeatureError) answers.getLast()).code());
        office.bench.taskStore.comeBack();
        assertEquals(
                new TaskCommand(VoiceIntent.ASSIGN, Optional.of(id("t2")), R1),
                type(a2, "claim task two").get(1));
    }

    /// DUP-2: what was begun to be said before a takeover is heard, but not obeyed.
    @Test
    void aReplacedConnectionIsNotObeyed() {
        office.bench.listen(a2, ListenMode.MANUAL);
        office.bench.speak(a2, SPOKEN);
        office.bench.connect("aa:02");
        office.bench.link.take(a2);
        office.bench.stopListening(a2);

        assertTrue(office.bench.link.take(a2).stream().noneMatch(TaskCommand.class::isInstance));
        assertEquals("Li|aa:01", owner("t2"));
    }

    private static TaskId id(String text) {
        return new TaskId(text);
    }
}
