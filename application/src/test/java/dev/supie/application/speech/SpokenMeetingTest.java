package dev.supie.application.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.ListenNow;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.SpeechText;
import dev.supie.application.connection.port.BadgeMessage.TranscriptPush;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.fixture.Bench;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Speech in meetings and in working mode (MTG-1, MTG-2, MTG-6, MODE-3, LIS-6, DUP-2).
final class SpokenMeetingTest {

    private static final String DEVICE = "aa:01";

    private final Bench bench = new Bench().start();
    private SessionId badge = bench.connect(DEVICE);

    private void switchMode(ModeAction action, Mode mode) {
        bench.send(badge, new BadgeRequest.SwitchMode(action, mode, Rid.NONE));
    }

    private void say(String words) {
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, words);
        bench.stopListening(badge);
    }

    /// Everything the next transcript shows.
    private List<Segment> transcript(SessionId session) {
        bench.link.take(session);
        bench.pass(Duration.ofSeconds(6));
        return bench.heard(session, TranscriptPush.class).getLast().segments();
    }

    @Test
    void whatIsSaidInAMeetingBecomesASnippetWithoutAReceipt() {
        bench.startMeeting(badge);
        say("we ship on friday then");
        assertEquals(1, bench.link.sentTo(badge, SpeechText.class).size());
        assertEquals(List.of(), bench.link.sentTo(badge, SnippetReceipt.class));
        Segment segment = transcript(badge).getFirst();
        assertEquals("we ship on friday then", segment.text());
        assertEquals(DEVICE, segment.speaker());
    }

    @Test
    void typedTextCountsAsSaid() {
        bench.startMeeting(badge);
        bench.send(badge, new BadgeRequest.Detected("we ship on friday", Rid.NONE));
        assertEquals("we ship on friday", transcript(badge).getFirst().text());
        bench.send(badge, new BadgeRequest.Detected("结束会议", Rid.NONE));
        assertEquals(1, bench.heard(badge, FinalizeAck.class).size());
    }

    @Test
    void aMeetingCanBeEndedByVoiceAndWhatComesAfterItIsHeardAsChat() {
        bench.startMeeting(badge);
        say("we ship on friday then");
        bench.pass(Duration.ofSeconds(1));
        bench.listen(badge, ListenMode.MANUAL);
        bench.pause(badge, Duration.ofMillis(300));
        bench.speak(badge, "finish meeting");
        bench.stopListening(badge);
        assertEquals(1, bench.link.sentTo(badge, FinalizeAck.class).size());
        assertEquals(1, bench.heard(badge, MeetingSummary.class).size());
        bench.pass(Duration.ofSeconds(1));
        say("and what about lunch");
        assertEquals(
                List.of("and what about lunch"),
                bench.heard(badge, SpeechText.class).stream().map(SpeechText::text).toList());
    }

    @Test
    void tenMeetingsOnOneConnectionAreHeard() {
        for (int meeting = 1; meeting <= 10; meeting++) {
            bench.startMeeting(badge);
            String words = "this is meeting number " + (char) ('a' + meeting);
            say(words);
            assertEquals(words, transcript(badge).getFirst().text());
            bench.finish(badge);
            assertEquals(1, bench.heard(badge, MeetingSummary.class).size());
            assertEquals(0, bench.recognizer.stillOpen());
        }
    }

    @Test
    void inAMeetingABadgeIsHeardWithoutEverSayingStartOrStop() {
        bench.startMeeting(badge);
        bench.speak(badge, "we ship on friday then");
        bench.pause(badge, Duration.ofSeconds(5));
        bench.speak(badge, "unless it rains on us");
        bench.pause(badge, Duration.ofSeconds(1));
        assertEquals(
                List.of("we ship on friday then", "unless it rains on us"),
                bench.heard(badge, Transcription.class).stream().map(Transcription::text).toList());
    }

    @Test
    void whatWasBeingSaidWhenTheMeetingEndsIsForgotten() {
        bench.startMeeting(badge);
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, "this sentence has no end");
        bench.finish(badge);
        bench.stopListening(badge);
        bench.pass(Duration.ofSeconds(20));
        assertEquals(List.of(), bench.heard(badge, Transcription.class));
        assertEquals(0, bench.recognizer.stillOpen());
    }

    @Test
    void aStartRightBehindAModeSwitchIsNotSwallowedByIt() {
        var connections = bench.connections();
        connections.receive(
                badge, new BadgeRequest.SwitchMode(ModeAction.START, Mode.MEETING, Rid.NONE));
        connections.receive(badge, new BadgeRequest.StartListening(ListenMode.MANUAL, Rid.NONE));
        ToySpeech.packets("heard from the first word", UplinkFormat.USUAL.packet())
                .forEach(packet -> connections.hear(badge, packet));
        connections.receive(badge, new BadgeRequest.StopListening(Rid.NONE));
        bench.threads.runAll();
        assertEquals("heard from the first word", transcript(badge).getFirst().text());
    }

    @Test
    void aHundredCommandsInWorkingModeAreHeard() {
        switchMode(ModeAction.START, Mode.WORKING);
        for (int cycle = 0; cycle < 100; cycle++) {
            say("mark the first task done");
            bench.pass(Duration.ofSeconds(1));
        }
        assertEquals(100, bench.heard(badge, SpeechText.class).size());
    }

    @Test
    void workingModeAsksTheBadgeToListenOnceAndListensAtOnce() {
        bench.link.take(badge);
        switchMode(ModeAction.START, Mode.WORKING);
        assertEquals(
                List.of(
                        new ModeReceipt(ModeAction.START, Mode.WORKING, false, false, Rid.NONE),
                        new ListenNow()),
                bench.link.take(badge));
        switchMode(ModeAction.START, Mode.WORKING);
        assertEquals(List.of(), bench.heard(badge, ListenNow.class));
        bench.speak(badge, "mark the first task done");
        bench.stopListening(badge);
        assertEquals(1, bench.heard(badge, SpeechText.class).size());
    }

    @Test
    void whatTheOldConnectionHeardStillEndsInTheTranscript() {
        bench.startMeeting(badge);
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, "before the takeover and ");
        SessionId newer = bench.connect(DEVICE);
        bench.startMeeting(newer);
        bench.speak(badge, "after it");
        bench.disconnect(badge);
        assertEquals("before the takeover and after it", transcript(newer).getFirst().text());
    }

    @Test
    void theOldConnectionIsHeardUntilItIsClosed() {
        bench.startMeeting(badge);
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, "these words came in time");
        SessionId newer = bench.connect(DEVICE);
        bench.startMeeting(newer);
        bench.pass(ConnectionSettings.REPLACED_GRACE);
        assertEquals(Optional.of(CloseCode.REPLACED), bench.link.closedWith(badge));
        bench.speak(badge, " and too late");
        bench.disconnect(badge);
        assertEquals("these words came in time", transcript(newer).getFirst().text());
    }

    @Test
    void whatTheOldConnectionUnderstoodByItselfIsRefused() {
        bench.startMeeting(badge);
        bench.connect(DEVICE);
        bench.link.take(badge);
        bench.send(badge, new BadgeRequest.Detected("end meeting", new Rid("r1")));
        assertEquals(List.of(), bench.link.sentTo(badge, SpeechText.class));
        FeatureError refused = bench.link.sentTo(badge, FeatureError.class).getLast();
        assertEquals(ErrorCode.UNAUTHORIZED, refused.code());
        assertEquals(new Rid("r1"), refused.rid());
    }

    @Test
    void whatWasSaidInAMeetingBeforeTheCableWasPulledIsWrittenDown() {
        bench.startMeeting(badge);
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, "these words were said");
        bench.disconnect(badge);
        assertEquals(0, bench.recognizer.stillOpen());
        assertEquals(0, bench.decoders.stillOpen());
        badge = bench.connect(DEVICE);
        bench.startMeeting(badge);
        assertEquals("these words were said", transcript(badge).getFirst().text());
    }

    @Test
    void whatWasSaidBeforeAMeetingIsNoPartOfIt() {
        bench.recognizer.answerAfter(Duration.ofSeconds(3));
        bench.startMeeting(badge);
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, "the end of the first meeting");
        SessionId newer = bench.connect(DEVICE);
        bench.disconnect(badge);
        bench.startMeeting(newer);
        bench.finish(newer);
        bench.startMeeting(newer);
        bench.link.take(newer);
        bench.pass(Duration.ofSeconds(6));
        assertTrue(bench.heard(newer, TranscriptPush.class).isEmpty());
    }
}
