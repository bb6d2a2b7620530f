package dev.supie.application.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage.SpeechText;
import dev.supie.application.connection.port.BadgeMessage.Transcription;
import dev.supie.application.connection.port.BadgeMessage.TranscriptionFailed;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a badge that speaks is told (LIS-1 to LIS-6).
final class SpeechTest {

    private static final String DEVICE = "aa:01";
    private static final String WORDS = "good-morning-to-everybody";

    private final Bench bench = new Bench();

    private SessionId connected() {
        bench.start();
        SessionId badge = bench.connect(DEVICE);
        bench.link.take(badge);
        return badge;
    }

    private List<String> finals(SessionId badge) {
        return bench.link.sentTo(badge, Transcription.class).stream()
                .filter(Transcription::last)
                .map(Transcription::text)
                .toList();
    }

    private List<TranscriptionFailed> failures(SessionId badge) {
        return bench.heard(badge, TranscriptionFailed.class);
    }

    private void say(SessionId badge, String words) {
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, words);
        bench.stopListening(badge);
    }

    @Test
    void whatWasSaidIsToldInBothForms() {
        SessionId badge = connected();
        Instant began = bench.time.instant();
        say(badge, WORDS);
        assertEquals(
                List.of(
                        new SpeechText(badge, WORDS),
                        new Transcription(badge, began, WORDS, "first", true)),
                bench.link.take(badge));
    }

    @Test
    void whatWasHeardJustBeforeTheStartComesFirst() {
        SessionId badge = connected();
        bench.speak(badge, "lost" + "0123456789");
        say(badge, "and-more");
        assertEquals(List.of("0123456789and-more"), finals(badge));
    }

    @Test
    void aWakeWordIsNotHeardAgain() {
        SessionId badge = connected();
        bench.speak(badge, "wake-up");
        bench.send(badge, new BadgeRequest.Detected("Hi, ESP", Rid.NONE));
        say(badge, WORDS);
        assertEquals(List.of(WORDS), finals(badge));
        assertEquals(1, bench.link.sentTo(badge, SpeechText.class).size());
    }

    @Test
    void typedTextIsEchoed() {
        SessionId badge = connected();
        bench.send(badge, new BadgeRequest.Detected(" what is the time? ", Rid.NONE));
        assertEquals(List.of(new SpeechText(badge, "what is the time?")), bench.link.take(badge));
    }

    @Test
    void tooShortAndWordlessPiecesAreNotTold() {
        SessionId badge = connected();
        say(badge, "fourteen-lette");
        bench.pass(Duration.ofSeconds(1));
        bench.listen(badge, ListenMode.MANUAL);
        bench.pause(badge, Duration.ofSeconds(2));
        bench.stopListening(badge);
        assertEquals(List.of(), bench.link.take(badge));
    }

    @Test
    void inAutomaticPickupEveryPauseEndsAPieceWithoutANewStart() {
        SessionId badge = connected();
        bench.listen(badge, ListenMode.AUTO);
        bench.pause(badge, Duration.ofSeconds(5));
        bench.speak(badge, WORDS);
        bench.pause(badge, Duration.ofSeconds(2));
        bench.speak(badge, "second-piece-of-speech");
        bench.pause(badge, Duration.ofSeconds(2));
        assertEquals(List.of(WORDS, "second-piece-of-speech"), finals(badge));
    }

    @Test
    void nothingIsLostWhereAMinuteIsCut() {
        SessionId badge = connected();
        String long1 = "ab".repeat(500);
        String long2 = "cd".repeat(4);
        say(badge, long1 + long2);
        assertEquals(List.of(long1, long2), finals(badge));
    }

    @Test
    void guessesAreToldAndTakenBackByTheFinalText() {
        bench.recognizer.withPartials();
        SessionId badge = connected();
        say(badge, WORDS);
        List<Transcription> told = bench.heard(badge, Transcription.class);
        assertEquals(
                List.of("good-morni", "good-morning-to-ever", WORDS),
                told.stream().map(Transcription::text).toList());
        assertEquals(List.of(false, false, true), told.stream().map(Transcription::last).toList());
        assertEquals(1, told.stream().map(Transcription::since).distinct().count());
    }

    @Test
    void theNextRecognizerGetsAllTheSoundAndIsNamed() {
        bench.recognizing(bench.recognizer, bench.second);
        SessionId badge = connected();
        for (RecognitionEvent.Code code : RecognitionEvent.Code.values()) {
            bench.recognizer.failNext(code);
            say(badge, WORDS);
            bench.pass(Duration.ofSeconds(1));
        }
        bench.recognizer.failNextAtTheEnd(RecognitionEvent.Code.BROKEN);
        say(badge, WORDS);
        bench.pass(Duration.ofSeconds(1));
        bench.recognizer.breakNext();
        say(badge, WORDS);
        List<Transcription> told = bench.heard(badge, Transcription.class);
        assertEquals(7, told.size());
        assertEquals(List.of(WORDS), told.stream().map(Transcription::text).distinct().toList());
        assertEquals(
                List.of("second"), told.stream().map(Transcription::provider).distinct().toList());
    }

    @Test
    void ifAllFailTheBadgeIsToldOnceAndTheNextPieceWorks() {
        bench.recognizing(bench.recognizer, bench.second);
        bench.recognizer.failNextAtTheEnd(RecognitionEvent.Code.UNAVAILABLE);
        bench.second.failNext(RecognitionEvent.Code.BUSY);
        SessionId badge = connected();
        say(badge, WORDS);
        assertEquals(
                List.of(
                        new TranscriptionFailed(
                                badge, ErrorCode.BUSY, "busy", "failed on purpose")),
                failures(badge));
        bench.pass(Duration.ofSeconds(1));
        say(badge, "next");
        say(badge, WORDS);
        assertEquals(List.of(WORDS), finals(badge));
    }

    @Test
    void oneThatNeverAnswersIsGivenUpInTime() {
        SessionId badge = connected();
        bench.recognizer.sayNothingNext();
        say(badge, WORDS);
        bench.pass(Duration.ofSeconds(10));
        assertEquals(List.of(), bench.link.take(badge));
        bench.pass(Duration.ofMillis(500));
        assertEquals("timeout", failures(badge).getFirst().reason());
        say(badge, WORDS);
        assertEquals(List.of(WORDS), finals(badge));
        assertEquals(0, bench.recognizer.stillOpen());
    }

    @Test
    void aSlowAnswerDoesNotHoldUpTheNextPiece() {
        SessionId badge = connected();
        bench.recognizer.answerNextAfter(Duration.ofSeconds(5));
        say(badge, "first-piece-of-speech");
        bench.listen(badge, ListenMode.MANUAL);
        bench.speak(badge, "second-piece-of-speech");
        bench.stopListening(badge);
        assertEquals(List.of(), finals(badge));
        bench.pass(Duration.ofSeconds(5));
        assertEquals(List.of("first-piece-of-speech", "second-piece-of-speech"), finals(badge));
    }

    @Test
    void withoutARecognizerTheBadgeIsToldAtEveryStartAndNotMore() {
        bench.recognizing();
        SessionId badge = connected();
        say(badge, WORDS);
        bench.pass(Duration.ofSeconds(1));
        assertEquals(
                List.of(
                        new TranscriptionFailed(
                                badge,
                                ErrorCode.INTERNAL_ERROR,
                                "unavailable",
                                "speech is not recognized here: no recognizer is configured"
                                        + " (asr.chain)")),
                failures(badge));
        say(badge, WORDS);
        assertEquals(1, failures(badge).size());
        assertEquals(0, bench.decoders.opened(), "nothing is decoded for nobody");
    }

    @Test
    void whatIsMissingIsSaid() {
        bench.recognizer.missing("run ./supie models fetch");
        SessionId badge = connected();
        bench.listen(badge, ListenMode.MANUAL);
        assertEquals(
                "speech is not recognized here: first: run ./supie models fetch",
                failures(badge).getFirst().message());
    }

    @Test
    void withoutADetectorOnlyManualPickupWorks() {
        bench.detectors.missing("no model");
        SessionId badge = connected();
        bench.listen(badge, ListenMode.AUTO);
        assertEquals(
                "voice cannot be told from silence here, use manual: no model",
                failures(badge).getFirst().message());
        bench.pass(Duration.ofSeconds(1));
        say(badge, WORDS);
        assertEquals(List.of(WORDS), finals(badge));
    }
}
