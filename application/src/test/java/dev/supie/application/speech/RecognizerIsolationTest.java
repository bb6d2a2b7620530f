package dev.supie.application.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.BadgeMessage.TranscriptionFailed;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// LIS-6: whatever a recognizer elsewhere does, it costs one piece of speech at most.
final class RecognizerIsolationTest {

    /// What each recognizer has after the end of a piece, and a moment more.
    private static final Duration GIVEN_UP = Duration.ofMillis(10_500);

    private final Bench bench = new Bench();

    private SessionId connected() {
        bench.start();
        SessionId badge = bench.connect("aa:01");
        bench.link.take(badge);
        return badge;
    }

    private void say(SessionId badge, String words) {
        bench.pass(Duration.ofSeconds(1));
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, words);
        bench.stopListening(badge);
    }

    private void switchTo(SessionId badge, Mode mode) {
        bench.send(badge, new BadgeRequest.SwitchMode(ModeAction.START, mode, Rid.NONE));
    }

    private List<String> texts(SessionId badge) {
        return bench.heard(badge, Transcription.class).stream().map(Transcription::text).toList();
    }

    private void assertNothingIsOpen() {
        assertEquals(0, bench.recognizer.stillOpen());
        assertEquals(0, bench.second.stillOpen());
    }

    @Test
    void theSecondMeetingIsHeardThoughTheServiceStillThinksAboutTheFirst() {
        SessionId badge = connected();
        for (int meeting = 1; meeting <= 3; meeting++) {
            bench.recognizer.answerNextAfter(Duration.ofSeconds(8));
            bench.startMeeting(badge);
            say(badge, "heard in meeting number " + meeting);
            bench.pass(Duration.ofSeconds(8));
            assertEquals(List.of("heard in meeting number " + meeting), texts(badge));
            bench.recognizer.answerNextAfter(Duration.ofSeconds(8));
            say(badge, "the last words of a meeting");
            bench.finish(badge);
            assertNothingIsOpen();
            bench.link.take(badge);
        }
        bench.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), texts(badge));
    }

    @Test
    void theSecondMeetingIsHeardThoughTheServiceHungInTheFirst() {
        SessionId badge = connected();
        bench.startMeeting(badge);
        bench.recognizer.sayNothingNext();
        say(badge, "nobody will ever hear this");
        bench.finish(badge);
        bench.pass(GIVEN_UP);
        assertEquals(List.of(), bench.heard(badge, TranscriptionFailed.class), "nobody waits");
        bench.startMeeting(badge);
        say(badge, "but this will be heard");
        assertEquals(List.of("but this will be heard"), texts(badge));
        assertNothingIsOpen();
    }

    @Test
    void aModeSwitchForgetsWhatIsThoughtAboutAndTheNextPieceIsHeard() {
        SessionId badge = connected();
        for (Mode mode : List.of(Mode.WORKING, Mode.MEETING, Mode.CODING, Mode.CHAT)) {
            bench.recognizer.answerNextAfter(Duration.ofSeconds(5));
            say(badge, "said in the mode before");
            switchTo(badge, mode);
            assertNothingIsOpen();
            bench.pass(Duration.ofSeconds(10));
            assertEquals(List.of(), texts(badge), mode::name);
            say(badge, "said in the mode after");
            assertEquals(List.of("said in the mode after"), texts(badge), mode::name);
        }
    }

    @Test
    void aServiceThatNeverAnswersCostsOneErrorAPieceAndNoMeeting() {
        SessionId badge = connected();
        bench.startMeeting(badge);
        for (int piece = 1; piece <= 5; piece++) {
            bench.recognizer.sayNothingNext();
            say(badge, "nobody will ever hear this");
            bench.pass(GIVEN_UP);
            List<TranscriptionFailed> failures = bench.heard(badge, TranscriptionFailed.class);
            assertEquals(1, failures.size());
            assertEquals("timeout", failures.getFirst().reason());
        }
        say(badge, "but this will be heard");
        assertEquals(List.of("but this will be heard"), texts(badge));
        assertNothingIsOpen();
    }

    @Test
    void whileOnePieceIsThoughtAboutTheBadgeMaySpeakOnAndOrderIsKept() {
        SessionId badge = connected();
        bench.recognizer.answerAfter(Duration.ofSeconds(9));
        say(badge, "the first piece of speech");
        bench.recognizer.answerAfter(Duration.ZERO);
        say(badge, "the second piece of speech");
        say(badge, "the third piece of speech");
        assertEquals(List.of(), texts(badge));
        bench.pass(Duration.ofSeconds(10));
        assertEquals(
                List.of(
                        "the first piece of speech",
                        "the second piece of speech",
                        "the third piece of speech"),
                texts(badge));
    }

    @Test
    void theNextOfTheChainAnswersForOneThatHangsEachTimeAnew() {
        bench.recognizing(bench.recognizer, bench.second);
        SessionId badge = connected();
        for (int piece = 1; piece <= 3; piece++) {
            bench.recognizer.sayNothingNext();
            say(badge, "somebody has to hear this");
            bench.pass(GIVEN_UP);
            List<Transcription> told = bench.heard(badge, Transcription.class);
            assertEquals("second", told.getFirst().provider());
            say(badge, "the first one is back now");
            assertEquals("first", bench.heard(badge, Transcription.class).getFirst().provider());
        }
        assertNothingIsOpen();
    }

    @Test
    void anAnswerThatComesTooLateIsNotToldTwice() {
        bench.recognizing(bench.recognizer, bench.second);
        SessionId badge = connected();
        bench.recognizer.failNextAtTheEnd(RecognitionEvent.Code.TIMEOUT);
        bench.second.answerNextAfter(Duration.ofSeconds(5));
        say(badge, "somebody has to hear this");
        bench.pass(Duration.ofSeconds(30));
        assertEquals(List.of("somebody has to hear this"), texts(badge));
        assertEquals(1, bench.recognizer.requests().size());
        assertEquals(1, bench.second.requests().size());
    }

    @Test
    void aLanguageThatTheFirstDoesNotKnowGoesToTheNext() {
        LanguageTag chinese = new LanguageTag("zh");
        SpeechSettings usual = SpeechSettings.DEFAULTS;
        bench.listening(
                        new SpeechSettings(
                                usual.preferDeviceVad(),
                                usual.manualFallback(),
                                usual.answerWithin(),
                                Optional.of(chinese)))
                .recognizing(bench.recognizer, bench.second);
        SessionId badge = connected();
        say(badge, "nobody here knows chinese");
        assertEquals(
                List.of("unsupported_language"),
                bench.heard(badge, TranscriptionFailed.class).stream()
                        .map(TranscriptionFailed::reason)
                        .toList());
        bench.second.withAllLanguages();
        say(badge, "now somebody knows it");
        assertEquals(List.of("now somebody knows it"), texts(badge));
        assertTrue(
                bench.second.requests().stream()
                        .map(RecognitionRequest::language)
                        .allMatch(Optional.of(chinese)::equals));
    }

    @Test
    void aDisconnectLeavesNothingOfAServiceThatHangs() {
        SessionId badge = connected();
        bench.recognizer.sayNothingNext();
        say(badge, "nobody will ever hear this");
        bench.disconnect(badge);
        bench.pass(GIVEN_UP);
        assertNothingIsOpen();
        assertEquals(0, bench.time.alarms());
    }
}
