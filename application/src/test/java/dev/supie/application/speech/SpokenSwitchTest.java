package dev.supie.application.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.ListenNow;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SpeechText;
import dev.supie.application.connection.port.BadgeMessage.SwitchText;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// MODE-4: a badge is told to work, to meet or to listen to code by voice.
final class SpokenSwitchTest {

    private static final String DEVICE = "aa:01";
    private static final String WORK = "enter working mode";
    private static final Rid R1 = new Rid("r1");

    private final Bench bench = new Bench();

    private SessionId connected() {
        bench.start();
        SessionId badge = bench.connect(DEVICE);
        bench.link.take(badge);
        return badge;
    }

    private void say(SessionId badge, String words) {
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, words);
        bench.stopListening(badge);
    }

    private void type(SessionId badge, String text) {
        bench.send(badge, new BadgeRequest.Detected(text, R1));
    }

    private static BadgeMessage started(Mode mode, boolean idempotent, Rid rid) {
        return new ModeReceipt(ModeAction.START, mode, idempotent, false, rid);
    }

    @Test
    void aSpokenSwitchIsToldAndDoneLikeATypedRequest() {
        SessionId badge = connected();
        var began = bench.time.instant();
        say(badge, WORK);

        assertEquals(
                List.of(
                        new SwitchText(badge, WORK, Mode.WORKING),
                        new Transcription(badge, began, WORK, "first", true),
                        started(Mode.WORKING, false, Rid.NONE),
                        new ListenNow()),
                bench.link.take(badge));
    }

    @Test
    void aDetectedSwitchIsAnsweredWithItsRid() {
        SessionId badge = connected();
        type(badge, "切换到工作模式");

        assertEquals(
                List.of(
                        new SwitchText(badge, "切换到工作模式", Mode.WORKING),
                        started(Mode.WORKING, false, R1),
                        new ListenNow()),
                bench.link.take(badge));
    }

    @Test
    void afterItTheBadgeIsHeardWithoutSayingSo() {
        SessionId badge = connected();
        say(badge, WORK);
        bench.link.take(badge);
        bench.speak(badge, "mark the first task done");
        bench.stopListening(badge);

        assertEquals(
                List.of("mark the first task done"),
                bench.heard(badge, SpeechText.class).stream().map(SpeechText::text).toList());
    }

    @Test
    void whatComesRightBehindADetectedSwitchIsHeardInTheNewMode() {
        SessionId badge = connected();
        bench.connections().receive(badge, new BadgeRequest.Detected("working mode", R1));
        bench.connections()
                .receive(badge, new BadgeRequest.StartListening(ListenMode.MANUAL, Rid.NONE));
        bench.speak(badge, "nothing of this is lost");
        bench.stopListening(badge);

        assertEquals(
                List.of("nothing of this is lost"),
                bench.heard(badge, SpeechText.class).stream().map(SpeechText::text).toList());
    }

    @Test
    void theModeInForceIsStartedAgainWithoutEffect() {
        SessionId badge = connected();
        type(badge, "coding mode");
        bench.link.take(badge);
        type(badge, "编码模式");

        assertEquals(
                List.of(new SwitchText(badge, "编码模式", Mode.CODING), started(Mode.CODING, true, R1)),
                bench.link.take(badge));
    }

    @Test
    void aSpokenMeetingIsOneAndWhatFollowsIsItsTranscript() {
        SessionId badge = connected();
        say(badge, "start the meeting");
        bench.speak(badge, "we will ship on friday");
        bench.stopListening(badge);
        bench.link.take(badge);
        bench.finish(badge);

        FinalizeAck ack = assertInstanceOf(FinalizeAck.class, bench.link.take(badge).getFirst());
        assertEquals(1, ack.pendingCount());
    }

    @Test
    void inAMeetingTheSameWordsAreJustSaid() {
        SessionId badge = connected();
        bench.startMeeting(badge);
        bench.link.take(badge);
        say(badge, WORK);
        type(badge, "coding mode");
        List<BadgeMessage> told = bench.link.take(badge);

        assertEquals(
                List.of(WORK, "coding mode"),
                told.stream()
                        .filter(SpeechText.class::isInstance)
                        .map(message -> ((SpeechText) message).text())
                        .toList());
        assertTrue(told.stream().noneMatch(ModeReceipt.class::isInstance), told::toString);
    }

    @Test
    void aReplacedConnectionIsHeardButNotObeyed() {
        SessionId old = connected();
        bench.listen(old, ListenMode.MANUAL);
        bench.speak(old, WORK);
        bench.connect(DEVICE);
        bench.link.take(old);
        bench.stopListening(old);
        List<BadgeMessage> told = bench.link.take(old);

        assertTrue(told.contains(new SpeechText(old, WORK)), told::toString);
        assertTrue(told.stream().noneMatch(SwitchText.class::isInstance), told::toString);
    }

    @Test
    void aMeetingThatCannotBeStoredLeavesTheModeAsItWas() {
        SessionId badge = connected();
        bench.store.failNextSaveBefore();
        type(badge, "start meeting");
        List<BadgeMessage> told = bench.link.take(badge);

        assertEquals(new SwitchText(badge, "start meeting", Mode.MEETING), told.getFirst());
        assertEquals("mode", assertInstanceOf(FeatureError.class, told.get(1)).feature());
        type(badge, "working mode");
        assertTrue(
                bench.link.take(badge).contains(started(Mode.WORKING, false, R1)),
                "still possible");
    }
}
