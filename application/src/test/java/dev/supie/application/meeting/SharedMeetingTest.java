package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest.WithOthers;
import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.Caption;
import dev.supie.application.connection.port.BadgeMessage.CompanyPush;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.MeetingProgress;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.TranscriptPush;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Several badges in one meeting, seen from outside (MTG-1 to MTG-9).
class SharedMeetingTest {

    private static final String OWNER = "aa:01";
    private static final String GUEST = "bb:02";
    private static final Duration PUSH = Duration.ofSeconds(5);

    private final Bench bench = new Bench().start();
    private final SessionId owner = bench.connect(OWNER);
    private final SessionId guest = bench.connect(GUEST);

    private JoinCode shared() {
        JoinCode code = bench.invite(owner);
        bench.join(guest, code);
        bench.link.take(owner);
        bench.link.take(guest);
        return code;
    }

    @Test
    void aGuestJoinsByCodeAndIsToldWhichMeeting() {
        bench.join(guest, bench.invite(owner));

        ModeReceipt receipt = bench.heard(guest, ModeReceipt.class).getFirst();
        assertEquals(Attending.Role.GUEST, receipt.attending().orElseThrow().role());
        assertEquals(Optional.empty(), receipt.attending().orElseThrow().code());
        CompanyPush news = bench.heard(owner, CompanyPush.class).getFirst();
        assertEquals(
                List.of(OWNER, GUEST),
                news.members().stream().map(member -> member.device().value()).toList());
        assertTrue(news.members().stream().allMatch(BadgeMessage.Member::here));
    }

    @Test
    void thereIsOneTranscriptWithWhoSaidWhat() {
        bench.colleagues.call(GUEST, "Li");
        shared();

        bench.say(owner, "the budget");
        bench.say(guest, "is approved");
        bench.pass(PUSH);

        for (SessionId each : List.of(owner, guest)) {
            TranscriptPush push = bench.heard(each, TranscriptPush.class).getFirst();
            assertEquals(
                    List.of(OWNER, GUEST), push.segments().stream().map(Segment::speaker).toList());
            assertEquals(Map.of(GUEST, "Li"), push.names());
        }
        assertEquals(1, meetings().size());
    }

    @Test
    void whatOneSaysTheOthersSeeAtOnce() {
        shared();

        bench.say(guest, "is approved");

        Caption caption = bench.heard(owner, Caption.class).getFirst();
        assertEquals("is approved", caption.said().text());
        assertEquals(GUEST, caption.said().speaker());
        assertEquals(List.of(), bench.heard(guest, Caption.class));
    }

    @Test
    void theSummarizerIsToldNames() {
        bench.colleagues.call(GUEST, "Li");
        shared();

        bench.say(guest, "I write the report");
        bench.finish(owner);

        assertEquals("Li", bench.model.requests().getFirst().window().getFirst().speaker());
    }

    @Test
    void aGuestMayEndItAndEverybodyGetsTheMinutesInOrder() {
        shared();
        bench.say(owner, "the budget is approved");

        bench.finish(guest);

        for (SessionId each : List.of(owner, guest)) {
            List<BadgeMessage> news =
                    bench.link.take(each).stream()
                            .filter(
                                    message ->
                                            !(message instanceof SnippetReceipt)
                                                    && !(message instanceof Caption))
                            .toList();
            assertEquals(
                    List.of(
                            FinalizeAck.class,
                            MeetingProgress.class,
                            MeetingProgress.class,
                            MeetingProgress.class,
                            MeetingSummary.class,
                            TranscriptPush.class,
                            MeetingProgress.class),
                    news.stream().map(Object::getClass).toList());
        }
        assertEquals(1, meetings().size());
        assertTrue(delivered(meetings().getFirst()));
    }

    /// Otherwise what it says next would be refused as said in no meeting, for ever.
    @Test
    void whoWasNotAskedLeavesMeetingModeToo() {
        shared();
        bench.finish(owner);
        bench.link.take(guest);

        bench.startMeeting(guest);
        bench.say(guest, "in the next");

        ModeReceipt next = bench.link.sentTo(guest, ModeReceipt.class).getFirst();
        assertFalse(next.idempotent());
        assertFalse(next.resumed());
        assertEquals(1, bench.link.sentTo(guest, SnippetReceipt.class).getFirst().accepted());
        assertEquals(2, meetings().size());
    }

    @Test
    void aRepeatedFinishOfAGuestGivesTheSameMinutes() {
        shared();
        bench.say(owner, "the budget is approved");
        bench.finish(guest);
        MeetingSummary first = bench.heard(guest, MeetingSummary.class).getFirst();

        bench.finish(guest);

        MeetingSummary again = bench.heard(guest, MeetingSummary.class).getFirst();
        assertTrue(again.idempotent());
        assertEquals(first.summary(), again.summary());
    }

    @Test
    void aGuestLeavesAndTheMeetingGoesOn() {
        shared();

        bench.meet(guest, ModeAction.END, WithOthers.NOTHING);
        bench.say(owner, "the budget is approved");

        assertEquals(
                Optional.of(Attending.LEFT),
                bench.heard(guest, ModeReceipt.class).getFirst().attending());
        bench.say(guest, "not for you");
        assertEquals(List.of(), bench.heard(guest, Caption.class));
        bench.finish(owner);
        assertEquals(1, bench.link.sentTo(guest, MeetingSummary.class).size());
        assertEquals(0, bench.link.sentTo(guest, TranscriptPush.class).size());
        assertFalse(transcript().contains("not for you"));
    }

    @Test
    void whoHasLeftStartsAMeetingOfItsOwn() {
        shared();
        bench.meet(guest, ModeAction.END, WithOthers.NOTHING);
        bench.link.take(guest);

        bench.startMeeting(guest);

        assertFalse(bench.heard(guest, ModeReceipt.class).getFirst().resumed());
        assertEquals(2, meetings().size());
    }

    @Test
    void theOwnerEndsItForEverybodyUnlessItLeaves() {
        shared();
        bench.meet(owner, ModeAction.END, new WithOthers.Leave());
        bench.say(guest, "still here");
        bench.pass(PUSH);

        assertEquals(1, bench.heard(guest, TranscriptPush.class).size());
        assertEquals(List.of(), bench.heard(owner, TranscriptPush.class));
        bench.finish(guest);
        assertEquals(1, bench.heard(owner, MeetingSummary.class).size());
        assertTrue(delivered(meetings().getFirst()));
    }

    @Test
    void theOwnerComesBackIntoItsMeeting() {
        shared();
        bench.meet(owner, ModeAction.END, new WithOthers.Leave());
        bench.link.take(owner);

        bench.startMeeting(owner);

        assertTrue(bench.heard(owner, ModeReceipt.class).getFirst().resumed());
        bench.meet(owner, ModeAction.END, WithOthers.NOTHING);
        assertEquals(1, bench.heard(guest, MeetingSummary.class).size());
    }

    @Test
    void eachComesBackForItself() {
        shared();
        bench.disconnect(guest);
        bench.say(owner, "meanwhile");
        SessionId back = bench.connect(GUEST);
        bench.startMeeting(back);

        ModeReceipt receipt = bench.heard(back, ModeReceipt.class).getFirst();
        assertTrue(receipt.resumed());
        assertEquals(Attending.Role.GUEST, receipt.attending().orElseThrow().role());
        bench.say(back, "here again");
        bench.finish(owner);
        assertTrue(transcript().contains("here again"));
        assertEquals(1, meetings().size());
    }

    /// Red once: the badge was in its own meeting, but its words were looked for in the other one.
    @Test
    void whoGoesBackToItsOwnMeetingIsHeardThere() {
        SessionId first = guest;
        bench.startMeeting(first);
        bench.disconnect(first);
        SessionId second = bench.connect(GUEST);
        bench.join(second, bench.invite(owner));
        bench.disconnect(second);
        SessionId third = bench.connect(GUEST);

        bench.invite(third);
        bench.say(third, "in my own");

        assertEquals(1, bench.link.sentTo(third, SnippetReceipt.class).getFirst().accepted());
        assertEquals(2, meetings().size());
        assertEquals(List.of(), bench.heard(owner, Caption.class));
    }

    @Test
    void aLongAbsenceIsNoMembership() {
        shared();
        bench.disconnect(guest);
        bench.pass(Duration.ofMinutes(31));
        SessionId back = bench.connect(GUEST);

        bench.startMeeting(back);

        assertFalse(bench.heard(back, ModeReceipt.class).getFirst().resumed());
        assertEquals(2, meetings().size());
    }

    @Test
    void theMeetingEndsByItselfOnceNobodyIsThere() {
        shared();
        bench.say(owner, "the budget is approved");
        bench.disconnect(owner);
        bench.pass(Duration.ofMinutes(20));
        bench.disconnect(guest);
        bench.pass(Duration.ofMinutes(29));
        assertTrue(meetings().getFirst().phase() instanceof MeetingHead.Phase.Recording);

        bench.pass(Duration.ofMinutes(2));

        assertTrue(meetings().getFirst().phase() instanceof MeetingHead.Phase.Finalized);
        for (String device : List.of(OWNER, GUEST)) {
            SessionId back = bench.connect(device);
            assertEquals(1, bench.heard(back, MeetingSummary.class).size());
            bench.disconnect(back);
            assertEquals(0, bench.heard(bench.connect(device), MeetingSummary.class).size());
        }
    }

    @Test
    void minutesWaitForAGuestThatWasAway() {
        shared();
        bench.say(owner, "the budget is approved");
        bench.disconnect(guest);
        bench.finish(owner);
        bench.disconnect(owner);
        bench.start();

        SessionId back = bench.connect(GUEST);

        assertEquals(1, bench.heard(back, MeetingSummary.class).size());
        bench.disconnect(back);
        assertEquals(0, bench.heard(bench.connect(GUEST), MeetingSummary.class).size());
    }

    @Test
    void aRestartKeepsEverybodyIn() {
        JoinCode code = shared();
        bench.say(guest, "before");
        bench.start();
        SessionId ownerAgain = bench.connect(OWNER);
        SessionId guestAgain = bench.connect(GUEST);
        SessionId third = bench.connect("cc:03");

        bench.startMeeting(guestAgain);
        bench.startMeeting(ownerAgain);
        bench.join(third, code);

        assertTrue(bench.heard(guestAgain, ModeReceipt.class).getFirst().resumed());
        assertTrue(bench.heard(ownerAgain, ModeReceipt.class).getFirst().resumed());
        bench.say(third, "after");
        bench.finish(guestAgain);
        for (SessionId each : List.of(ownerAgain, guestAgain, third)) {
            assertEquals(1, bench.heard(each, MeetingSummary.class).size());
        }
        assertEquals(1, meetings().size());
        assertTrue(transcript().contains("before"));
        assertTrue(transcript().contains("after"));
    }

    @Test
    void aGuestOnlyStopsTheServersMemoryForAsLongAsItIsThere() {
        shared();
        bench.finish(owner);
        bench.disconnect(owner);
        bench.disconnect(guest);

        assertEquals(0, bench.time.alarms());
        assertEquals(0, bench.connections().count());
    }

    @Test
    void aFailingStoreTakesNobodyOut() {
        shared();
        bench.store.failNextSaveAfter();
        bench.say(guest, "was it stored");
        assertEquals(
                ErrorCode.INTERNAL_ERROR, bench.heard(guest, FeatureError.class).getFirst().code());

        bench.pass(Duration.ofSeconds(30));
        bench.say(guest, "it goes on");
        bench.say(owner, "for both");

        assertEquals(1, bench.link.sentTo(guest, SnippetReceipt.class).getLast().accepted());
        assertEquals(1, bench.link.sentTo(owner, SnippetReceipt.class).getLast().accepted());
        bench.finish(owner);
        assertTrue(transcript().contains("was it stored"));
        assertEquals(1, bench.link.sentTo(guest, MeetingSummary.class).size());
    }

    private List<MeetingHead> meetings() {
        return Stream.of(OWNER, GUEST)
                .flatMap(
                        device ->
                                bench
                                        .store
                                        .recent(
                                                new dev.supie.application.meeting.port.ArchiveQuery(
                                                        10,
                                                        Optional.of(new DeviceId(device)),
                                                        Instant.EPOCH,
                                                        Instant.MAX))
                                        .stream())
                .toList();
    }

    private static boolean delivered(MeetingHead head) {
        return head.phase() instanceof MeetingHead.Phase.Finalized(var _, var _, boolean done)
                && done;
    }

    private String transcript() {
        MeetingHead first = meetings().getFirst();
        return String.join(
                "\n",
                bench.store.segments(first.id(), 1, first.segmentCount()).stream()
                        .map(Segment::text)
                        .toList());
    }
}
