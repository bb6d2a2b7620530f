package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.TranscriptPush;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.application.meeting.Meetings.Outcome;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.SnippetInput;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/// DUP-2: what an older connection has under way is refused from the moment of the takeover, even
/// if it has left its lane already; and DUP-1: what is said from then on goes to the newer one.
class FencingTest {

    private static final Entry REPLACED = new Entry.Refused(Entry.Reason.REPLACED);

    private static final DeviceId DEVICE = new DeviceId("aa:01");
    private static final List<SnippetInput> WORDS = List.of(new SnippetInput("note", "late", ""));

    private final ArrayDeque<Runnable> model = new ArrayDeque<>();
    private final Bench bench = new Bench().summarisingOn(model::add).start();
    private final SessionId old = bench.connect(DEVICE.value());

    private Requester by(SessionId session) {
        return new Requester(DEVICE, session, Rid.NONE);
    }

    private void modelAnswers() {
        while (!model.isEmpty()) {
            model.remove().run();
            bench.threads.runAll();
        }
    }

    @Test
    void aStartThatComesLateDoesNotTakeTheMeetingAway() {
        SessionId fresh = bench.connect(DEVICE.value());
        bench.startMeeting(fresh);

        assertEquals(REPLACED, bench.meetings().start(DEVICE, old, Entrance.OWN));

        bench.say(fresh, "still mine");
        assertEquals(1, bench.heard(fresh, SnippetReceipt.class).getFirst().accepted());
    }

    @Test
    void aStartThatComesLateBeginsNothing() {
        bench.opening(DEVICE.value());

        assertEquals(REPLACED, bench.meetings().start(DEVICE, old, Entrance.OWN));

        assertEquals(List.of(), bench.store.unfinished());
    }

    /// Nothing of the newer connection has run yet, not even its lane.
    @Test
    void wordsAndAnEndThatComeLateAreRefused() {
        bench.startMeeting(old);
        bench.opening(DEVICE.value());

        assertEquals(Outcome.REPLACED, bench.meetings().addSnippets(by(old), WORDS));
        assertEquals(Outcome.REPLACED, bench.meetings().finish(by(old)));

        assertEquals(List.of(), bench.link.sentTo(old, SnippetReceipt.class));
        assertEquals(List.of(), bench.link.sentTo(old, FinalizeAck.class));
        assertEquals(1, bench.store.unfinished().size());
    }

    @Test
    void anOlderOneStaysRefusedAfterTheNewerOneHasLeft() {
        SessionId fresh = bench.connect(DEVICE.value());
        bench.disconnect(fresh);

        assertEquals(REPLACED, bench.meetings().start(DEVICE, old, Entrance.OWN));
    }

    @Test
    void anOlderOneThatBeginsLateIsNotTakenForTheBadge() {
        SessionId first = bench.opening(DEVICE.value());
        SessionId second = bench.opening(DEVICE.value());

        bench.meetings().returned(DEVICE, first);

        assertEquals(REPLACED, bench.meetings().start(DEVICE, first, Entrance.OWN));
        assertEquals(Entry.STARTED, bench.meetings().start(DEVICE, second, Entrance.OWN));
    }

    /// The words are stored, so the receipt is the truth although it comes after the takeover.
    @Test
    void aTakeoverWhileTheWordsAreBeingStoredLeavesTheReceiptTrue() {
        bench.startMeeting(old);
        bench.store.duringNextSave(() -> bench.opening(DEVICE.value()));

        bench.say(old, "in the middle");

        assertEquals(1, bench.link.sentTo(old, SnippetReceipt.class).getFirst().accepted());
        SessionId last = bench.connect(DEVICE.value());
        bench.startMeeting(last);
        bench.finish(last);
        modelAnswers();
        assertEquals(
                List.of("in the middle"),
                bench.heard(last, MeetingSummary.class).getFirst().summary().minutes().bullets());
    }

    @Test
    void aStartWhoseStoringIsOvertakenIsResumedByTheNewerOne() {
        bench.store.duringNextSave(() -> bench.opening(DEVICE.value()));
        bench.startMeeting(old);
        SessionId fresh = new SessionId("session-2");

        bench.startMeeting(fresh);
        bench.say(fresh, "mine now");

        assertTrue(bench.link.sentTo(fresh, ModeReceipt.class).getFirst().resumed());
        assertEquals(1, bench.heard(fresh, SnippetReceipt.class).getFirst().accepted());
    }

    @Test
    void aSummaryThatIsReadyAfterTheTakeoverGoesToTheNewerOneOnce() {
        bench.startMeeting(old);
        bench.say(old, "we ship on Friday");
        bench.finish(old);
        SessionId fresh = bench.connect(DEVICE.value());

        modelAnswers();
        bench.pass(Duration.ofSeconds(10));

        assertEquals(List.of(), bench.link.sentTo(old, MeetingSummary.class));
        assertEquals(1, bench.link.sentTo(fresh, MeetingSummary.class).size());
    }

    /// The minutes win the race for the turn: the newer connection has not asked for them yet.
    @Test
    void aSummaryThatIsReadyBeforeTheNewerOneBeginsIsNotSpentOnTheOldOne() {
        bench.startMeeting(old);
        bench.say(old, "we ship on Friday");
        bench.finish(old);
        bench.store.duringNextSave(() -> bench.opening(DEVICE.value()));

        modelAnswers();
        bench.pass(Duration.ofSeconds(10));
        bench.disconnect(old);

        SessionId fresh = new SessionId("session-2");
        assertEquals(List.of(), bench.link.sentTo(old, MeetingSummary.class));
        assertEquals(1, bench.link.sentTo(fresh, MeetingSummary.class).size());
        assertTrue(bench.store.undelivered(DEVICE, 10).isEmpty());
    }

    @Test
    void theTranscriptIsNotShownToTheOldOneAnyMore() {
        bench.startMeeting(old);
        bench.say(old, "we ship on Friday");
        bench.connect(DEVICE.value());

        bench.pass(Duration.ofSeconds(6));

        assertEquals(List.of(), bench.link.sentTo(old, TranscriptPush.class));
    }

    @Test
    void theOldOnesEndDoesNotSendTheNewerOneAway() {
        bench.startMeeting(old);
        SessionId fresh = bench.connect(DEVICE.value());
        bench.startMeeting(fresh);
        bench.link.take(fresh);

        bench.disconnect(old);
        bench.pass(Duration.ofMinutes(1));
        bench.startMeeting(fresh);

        assertTrue(bench.heard(fresh, ModeReceipt.class).getFirst().idempotent());
        assertFalse(bench.store.unfinished().isEmpty());
    }
}
