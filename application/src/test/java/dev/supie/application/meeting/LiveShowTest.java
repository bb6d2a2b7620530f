package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ShownSummary;
import dev.supie.application.connection.port.BadgeMessage.ShownTranscript;
import dev.supie.application.connection.port.BadgeMessage.TranscriptPush;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Broadcast;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.Summary;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// MTG-10: meetings are shown to badges that do not take part, live, and never to anybody whom the
/// configuration does not name.
class LiveShowTest {

    private static final Duration PUSH = Duration.ofSeconds(5);
    private static final DeviceId ORIGIN = new DeviceId("aa:01");

    /// A checkpoint before a badge is sent away that says nothing (CON-3).
    private static final MeetingSettings SETTINGS = everyThirtySeconds(MeetingSettings.DEFAULTS);

    private static MeetingSettings everyThirtySeconds(MeetingSettings usual) {
        return new MeetingSettings(
                usual.pushInterval(),
                Duration.ofSeconds(30),
                usual.durationMin(),
                usual.resumeWindow(),
                usual.windowCharsMax(),
                usual.notesTokensMax(),
                usual.minutesTokensMax(),
                usual.draftTimeLimit(),
                usual.termMap(),
                usual.membersMax());
    }

    private final Bench bench = new Bench(SETTINGS, ConnectionSettings.DEFAULTS).start();
    private final SessionId owner = bench.connect("aa:01");
    private final SessionId colleague = bench.connect("aa:02");
    private final SessionId stranger = bench.connect("bb:03");

    private void meet() {
        bench.startMeeting(owner);
        bench.say(owner, "we decided to ship on Friday");
        bench.pass(PUSH);
    }

    /// What a badge was shown of meetings of others, since it was asked last.
    private List<BadgeMessage> shown(SessionId session) {
        return bench.heard(session, BadgeMessage.class).stream()
                .filter(
                        message ->
                                message instanceof ShownTranscript
                                        || message instanceof ShownSummary)
                .toList();
    }

    private void show(Broadcast.Circle circle) {
        bench.colleagues.show(new Broadcast(circle, false));
    }

    @Test
    void nobodyIsShownAnythingUnlessItIsWanted() {
        meet();
        bench.finish(owner);
        for (SessionId each : List.of(owner, colleague, stranger)) {
            assertEquals(List.of(), shown(each));
        }
    }

    @Test
    void theGroupIsShownWhatTheOwnerSeesAndWhoseMeetingItIs() {
        show(new Broadcast.Circle.Group());
        meet();
        bench.finish(owner);
        List<BadgeMessage> own = bench.heard(owner, BadgeMessage.class);
        List<ShownTranscript> transcripts =
                own.stream()
                        .filter(TranscriptPush.class::isInstance)
                        .map(push -> new ShownTranscript(ORIGIN, (TranscriptPush) push))
                        .toList();
        List<ShownSummary> minutes =
                own.stream()
                        .filter(MeetingSummary.class::isInstance)
                        .map(told -> new ShownSummary(ORIGIN, ((MeetingSummary) told).summary()))
                        .toList();
        assertEquals(2, transcripts.size(), "while it runs, and at its end");
        assertEquals(
                List.of(transcripts.getFirst(), transcripts.getLast(), minutes.getFirst()),
                shown(colleague));
        assertEquals(List.of(), shown(stranger));
    }

    @Test
    void theOwnerSeesItOnceUnlessItIsIncluded() {
        show(new Broadcast.Circle.Group());
        meet();
        assertEquals(List.of(), shown(owner));
        bench.colleagues.show(new Broadcast(new Broadcast.Circle.Group(), true));
        bench.say(owner, "and the contract goes out on Monday");
        bench.pass(PUSH);
        assertEquals(1, shown(owner).size());
        assertEquals(2, shown(colleague).size());
    }

    @Test
    void whoIsListedIsShownEveryMeeting() {
        show(new Broadcast.Circle.Listed(Set.of(new DeviceId("bb:03"))));
        meet();
        assertEquals(1, shown(stranger).size());
        assertEquals(List.of(), shown(colleague));
    }

    @Test
    void whoTakesPartIsNotShownItBesides() {
        show(new Broadcast.Circle.Group());
        bench.join(colleague, bench.invite(owner));
        bench.say(owner, "we decided to ship on Friday");
        bench.pass(PUSH);
        assertEquals(List.of(), shown(colleague));
        bench.say(owner, "and the contract goes out on Monday");
        bench.finish(owner);
        assertEquals(List.of(), shown(colleague));
    }

    @Test
    void whatIsKnownSoFarIsShownToo() {
        show(new Broadcast.Circle.Group());
        meet();
        bench.pass(SETTINGS.checkpointInterval());
        assertTrue(
                shown(colleague).getLast() instanceof ShownSummary(_, Summary summary)
                        && summary.checkpoint());
    }

    @Test
    void whoIsNotThereMissesItAndIsNotShownItLater() {
        show(new Broadcast.Circle.Group());
        bench.disconnect(colleague);
        meet();
        bench.finish(owner);
        SessionId back = bench.connect("aa:02");
        bench.pass(PUSH);
        assertEquals(List.of(), shown(back));
    }

    @Test
    void theMinutesAreShownOnceHoweverOftenTheOwnerIsToldThem() {
        show(new Broadcast.Circle.Group());
        meet();
        bench.finish(owner);
        shown(colleague);
        bench.finish(owner);
        bench.disconnect(owner);
        bench.connect("aa:01");
        bench.pass(PUSH);
        assertEquals(List.of(), shown(colleague));
    }

    @Test
    void fromTheNextPushOnOthersAreShownIfTheConfigurationSaysSo() {
        meet();
        show(new Broadcast.Circle.Group());
        bench.say(owner, "and the contract goes out on Monday");
        bench.pass(PUSH);
        assertEquals(1, shown(colleague).size());
        show(new Broadcast.Circle.Nobody());
        bench.finish(owner);
        assertEquals(List.of(), shown(colleague));
    }
}
