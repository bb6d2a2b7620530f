package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.MeetingProgress;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.TranscriptPush;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Ring 2: ordering, storing and giving back, with the real rules.
class MeetingServiceTest {

    private final Bench bench = new Bench();
    private SessionId badge = new SessionId("none");

    @BeforeEach
    void connectBadge() {
        bench.start();
        badge = bench.connect("aa:01");
        bench.startMeeting(badge);
        bench.link.take(badge);
    }

    @Test
    void finalizeTellsTheBadgeInTheOrderOfMtg6() {
        bench.say(badge, "we ship on Friday");
        bench.link.take(badge);

        bench.finish(badge);

        List<? extends Class<?>> kinds =
                bench.link.sentTo(badge).stream().map(Object::getClass).toList();
        assertEquals(
                List.of(
                        FinalizeAck.class,
                        MeetingProgress.class,
                        MeetingProgress.class,
                        MeetingProgress.class,
                        MeetingSummary.class,
                        TranscriptPush.class,
                        MeetingProgress.class),
                kinds);
    }

    @Test
    void finalizeAgainRepeatsTheSameSummaryWithoutAskingTheModel() {
        bench.say(badge, "we ship on Friday");
        bench.finish(badge);
        MeetingSummary first = bench.heard(badge, MeetingSummary.class).getFirst();

        bench.finish(badge);

        MeetingSummary again = bench.heard(badge, MeetingSummary.class).getFirst();
        assertTrue(again.idempotent());
        assertEquals(first.summary(), again.summary());
        assertEquals(1, bench.model.requests().size());
    }

    @Test
    void finalizeWhileFinalizingIsAnsweredAsIdempotent() {
        bench.say(badge, "we ship on Friday");
        for (int i = 0; i < 20; i++) {
            bench.connections().receive(badge, new BadgeRequest.FinalizeMeeting(Rid.NONE));
        }
        bench.threads.runAll();

        List<BadgeMessage> sent = bench.link.take(badge);
        long fresh =
                sent.stream().filter(m -> m instanceof FinalizeAck a && !a.idempotent()).count();
        long repeated = sent.stream().filter(MeetingServiceTest::isIdempotent).count();
        assertEquals(1, fresh);
        assertEquals(19, repeated);
        assertEquals(1, bench.model.requests().size());
        assertEquals(1, archived().size());
    }

    @Test
    void theSecondMeetingOnOneConnectionIsHeard() {
        bench.say(badge, "first meeting");
        bench.finish(badge);
        bench.startMeeting(badge);
        bench.link.take(badge);

        bench.say(badge, "second meeting");

        assertEquals(1, bench.heard(badge, SnippetReceipt.class).getFirst().accepted());
        bench.finish(badge);
        MeetingSummary second = bench.heard(badge, MeetingSummary.class).getFirst();
        assertEquals(List.of("second meeting"), second.summary().minutes().bullets());
    }

    @Test
    void finalizeAndStartInOneBreathGiveTwoMeetings() {
        bench.say(badge, "first meeting");
        bench.link.take(badge);
        bench.connections().receive(badge, new BadgeRequest.FinalizeMeeting(Rid.NONE));
        bench.startMeeting(badge);

        ModeReceipt receipt = bench.link.sentTo(badge, ModeReceipt.class).getFirst();
        assertFalse(receipt.idempotent());
        assertEquals(2, archived().size());
    }

    @Test
    void aFailingModelCostsQualityNotMinutes() {
        bench.model.failNext("HTTP 500");
        bench.say(badge, "we ship on Friday");

        bench.finish(badge);

        MeetingSummary summary = bench.heard(badge, MeetingSummary.class).getFirst();
        assertEquals(new Quality.Degraded("HTTP 500"), summary.summary().quality());
        assertEquals("extractive", summary.summary().provider());
        assertEquals(List.of("we ship on Friday"), summary.summary().minutes().bullets());
    }

    @Test
    void aBrokenModelAndABrokenFallbackStillGiveABullet() {
        bench.model.breakNext();
        bench.quoting.breakNext().breakNext().breakNext().breakNext();
        bench.say(badge, "we ship on Friday");

        bench.finish(badge);
        bench.pass(Duration.ofMinutes(1));

        MeetingSummary summary = bench.heard(badge, MeetingSummary.class).getFirst();
        assertEquals(List.of("we ship on Friday"), summary.summary().minutes().bullets());
        assertInstanceOf(Quality.Degraded.class, summary.summary().quality());
    }

    @Test
    void aModelWithoutBulletsIsFilledInFromTheTranscript() {
        Note decision = new Note("ship on Friday", 1);
        bench.model.sayNext(
                new Notes("", List.of(), List.of(decision), List.of(), List.of(), List.of()));
        bench.say(badge, "we ship on Friday");

        bench.finish(badge);

        MeetingSummary summary = bench.heard(badge, MeetingSummary.class).getFirst();
        assertEquals(List.of("we ship on Friday"), summary.summary().minutes().bullets());
        assertEquals(List.of("ship on Friday"), summary.summary().minutes().decisions());
        assertEquals(new Quality.Full(), summary.summary().quality());
        assertEquals("model", summary.summary().provider());
    }

    @Test
    void aCutConnectionResumesTheSameMeeting() {
        bench.say(badge, "before the cut");
        bench.disconnect(badge);
        bench.pass(Duration.ofMinutes(5));
        SessionId again = bench.connect("aa:01");
        bench.startMeeting(again);

        assertTrue(bench.heard(again, ModeReceipt.class).getFirst().resumed());
        bench.say(again, "after the cut");
        bench.finish(again);
        List<String> bullets =
                bench.heard(again, MeetingSummary.class).getFirst().summary().minutes().bullets();
        assertEquals(List.of("before the cut", "after the cut"), bullets);
    }

    @Test
    void aMeetingLeftTooLongFinalizesItselfAndItsSummaryWaits() {
        bench.say(badge, "before the cut");
        bench.disconnect(badge);

        bench.pass(Duration.ofMinutes(31));

        MeetingHead head = archived().getFirst();
        assertInstanceOf(MeetingHead.Phase.Finalized.class, head.phase());
        SessionId again = bench.connect("aa:01");
        List<MeetingSummary> late = bench.heard(again, MeetingSummary.class);
        assertEquals(1, late.size());
        assertFalse(late.getFirst().idempotent());
        bench.disconnect(again);
        SessionId third = bench.connect("aa:01");
        assertEquals(List.of(), bench.heard(third, MeetingSummary.class));
    }

    @Test
    void aRestartInTheMiddleLosesNothing() {
        bench.say(badge, "before the crash");
        bench.start();
        SessionId again = bench.connect("aa:01");
        bench.startMeeting(again);

        assertTrue(bench.heard(again, ModeReceipt.class).getFirst().resumed());
        bench.finish(again);
        MeetingSummary summary = bench.heard(again, MeetingSummary.class).getFirst();
        assertEquals(List.of("before the crash"), summary.summary().minutes().bullets());
    }

    @Test
    void aRestartWhileTheModelWorksAsksItAgain() {
        bench.say(badge, "before the crash");
        bench.connections().receive(badge, new BadgeRequest.FinalizeMeeting(Rid.NONE));
        // The lane runs, and the model's answer is lost with the process.
        bench.threads.runOne(new Random(1));
        bench.start();
        bench.threads.runAll();

        assertInstanceOf(MeetingHead.Phase.Finalized.class, archived().getFirst().phase());
        SessionId again = bench.connect("aa:01");
        assertEquals(1, bench.heard(again, MeetingSummary.class).size());
    }

    @Test
    void aRepeatAfterALostReceiptIsStoredOnce() {
        bench.store.failNextSaveAfter();
        bench.say(badge, "only once");
        BadgeMessage.FeatureError error =
                bench.heard(badge, BadgeMessage.FeatureError.class).getFirst();
        assertEquals(ErrorCode.INTERNAL_ERROR, error.code());

        bench.say(badge, "only once");

        assertEquals(1, bench.heard(badge, SnippetReceipt.class).getFirst().ignored());
        bench.finish(badge);
        assertEquals(
                "only once",
                bench.store.transcript(archived().getFirst().id(), 0, 10).getFirst().text());
    }

    @Test
    void aStoreThatRefusesLeavesTheMeetingAsItWas() {
        bench.store.failNextSaveBefore();
        bench.say(badge, "once more please");
        bench.link.take(badge);

        bench.say(badge, "once more please");

        assertEquals(1, bench.heard(badge, SnippetReceipt.class).getFirst().accepted());
    }

    @Test
    void aStoreThatFailsWhileTheSummaryIsStoredDeliversItAfterAll() {
        bench.say(badge, "we ship on Friday");
        bench.connections().receive(badge, new BadgeRequest.FinalizeMeeting(Rid.NONE));
        bench.threads.runOne(new Random(1));
        // That the model has begun is stored first, then what it wrote.
        bench.store.duringNextSave(
                () -> bench.store.duringNextSave(bench.store::failNextSaveAfter));
        bench.threads.runAll();
        assertEquals(List.of(), bench.link.sentTo(badge, MeetingSummary.class));

        bench.pass(Duration.ofSeconds(2));

        assertEquals(1, bench.heard(badge, MeetingSummary.class).size());
    }

    @Test
    void theTranscriptIsPushedOnTheClockAndOnlyWhenThereIsSomethingNew() {
        bench.say(badge, "one");
        bench.pass(Duration.ofMillis(4999));
        assertEquals(List.of(), bench.heard(badge, TranscriptPush.class));
        bench.pass(Duration.ofMillis(1));
        assertEquals(1, bench.heard(badge, TranscriptPush.class).getFirst().totalSegments());
        bench.pass(Duration.ofSeconds(60));
        assertEquals(List.of(), bench.heard(badge, TranscriptPush.class));
    }

    @Test
    void aCheckpointTellsTheBadgeWhatIsKnownSoFar() {
        bench.say(badge, "we ship on Friday");
        bench.pass(Duration.ofMinutes(10));

        MeetingSummary interim = bench.heard(badge, MeetingSummary.class).getFirst();
        assertTrue(interim.summary().checkpoint());
        assertEquals(List.of("we ship on Friday"), interim.summary().minutes().bullets());
        bench.pass(Duration.ofMinutes(10));
        assertEquals(List.of(), bench.heard(badge, MeetingSummary.class));
    }

    @Test
    void nothingStaysInMemoryOnceTheSummaryIsDelivered() {
        bench.say(badge, "we ship on Friday");
        bench.finish(badge);
        bench.disconnect(badge);

        assertEquals(0, bench.time.alarms());
        assertEquals(0, bench.connections().count());
    }

    private static boolean isIdempotent(BadgeMessage message) {
        return switch (message) {
            case FinalizeAck ack -> ack.idempotent();
            case MeetingSummary summary -> summary.idempotent();
            default -> false;
        };
    }

    private List<MeetingHead> archived() {
        return bench.store.recent(
                new ArchiveQuery(10, Optional.empty(), Instant.EPOCH, Instant.MAX));
    }
}
