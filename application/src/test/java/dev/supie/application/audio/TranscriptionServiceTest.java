package dev.supie.application.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.application.fake.ScriptedRecognizer;
import dev.supie.application.fake.ToySoundFiles;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Text of recordings for programs.
class TranscriptionServiceTest {

    private static final Duration WITHIN = Duration.ofMillis(50);

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final ScriptedRecognizer first =
            new ScriptedRecognizer("first", Runnable::run, time).withPartials();
    private final ScriptedRecognizer second =
            new ScriptedRecognizer("second", Runnable::run, time).withAllLanguages();

    private static TranscriptionOutcome asked(
            String file, Optional<String> model, Optional<String> language, Recognizer... chain) {
        AudioFeature.Ears ears =
                new AudioFeature.Ears(
                        List.of(chain),
                        new ToySoundFiles(),
                        () -> new SessionId("program"),
                        WITHIN);
        return AudioFeature.transcriptions(ears)
                .transcribe(
                        new Transcriptions.Question(
                                file.getBytes(UTF_8), model, language.map(LanguageTag::of)));
    }

    private TranscriptionOutcome asked(String file) {
        return asked(file, Optional.empty(), Optional.empty(), first, second);
    }

    private static String text(TranscriptionOutcome outcome) {
        return assertInstanceOf(TranscriptionOutcome.Transcribed.class, outcome).text();
    }

    private static Code failure(TranscriptionOutcome outcome) {
        return assertInstanceOf(TranscriptionOutcome.Failed.class, outcome).code();
    }

    @Test
    void aRecordingIsUnderstoodByTheFirst() {
        TranscriptionOutcome outcome = asked("hello there");

        assertEquals(
                new TranscriptionOutcome.Transcribed(
                        "hello there",
                        Optional.of(ScriptedRecognizer.LANGUAGE),
                        Duration.ofMillis(660),
                        Duration.ZERO,
                        Duration.ofMillis(660)),
                outcome);
        assertEquals(0, second.requests().size());
    }

    @Test
    void theNextStandsInForOneThatFails() {
        first.failNext(Code.BUSY);
        assertEquals("one", text(asked("one")));
        first.failNextAtTheEnd(Code.BROKEN);
        assertEquals("two", text(asked("two")));
        first.breakNext();
        assertEquals("three", text(asked("three")));
        assertEquals(3, second.requests().size());
    }

    @Test
    void theNextIsAskedForALanguageThatOneDoesNotKnow() {
        TranscriptionOutcome outcome =
                asked("ni hao", Optional.empty(), Optional.of("zh"), first, second);
        assertEquals("ni hao", text(outcome));
        assertEquals(
                Code.UNSUPPORTED_LANGUAGE,
                failure(asked("ni hao", Optional.empty(), Optional.of("zh"), first)));
    }

    @Test
    void whoeverIsMeantIsAskedAndNobodyElse() {
        Optional<String> model = Optional.of("second");
        assertEquals("one", text(asked("one", model, Optional.empty(), first, second)));
        assertEquals(0, first.requests().size());
        second.failNext(Code.BUSY);
        assertEquals(Code.BUSY, failure(asked("one", model, Optional.empty(), first, second)));
        assertEquals(0, first.requests().size());
        assertEquals(
                "one", text(asked("one", Optional.of("toy"), Optional.empty(), first, second)));
    }

    @Test
    void aNameThatNobodyHasIsToldWithThoseThatThereAre() {
        assertEquals(
                new TranscriptionOutcome.UnknownModel(List.of("first", "toy", "second")),
                asked("one", Optional.of("third"), Optional.empty(), first, second));
    }

    @Test
    void net4WhoeverIsNotReadyIsNotAskedAndSaysWhy() {
        first.missing("no models; ./supie models fetch");
        assertEquals("one", text(asked("one")));
        assertEquals(
                new TranscriptionOutcome.Unavailable("no models; ./supie models fetch"),
                asked("one", Optional.empty(), Optional.empty(), first));
        assertEquals(
                new TranscriptionOutcome.Unavailable(
                        "no recognizer of this machine is in asr.chain"),
                asked("one", Optional.empty(), Optional.empty()));
    }

    @Test
    void whatIsNoSoundOrTooMuchIsNotAskedFor() {
        assertInstanceOf(TranscriptionOutcome.Unreadable.class, asked("?"));
        assertEquals("x".repeat(1000), text(asked("x".repeat(1000))));
        assertEquals(new TranscriptionOutcome.TooLong(), asked("x".repeat(1001)));
        assertEquals(1, first.requests().size());
    }

    @Test
    void oneThatSaysNothingIsNotWaitedForForEver() {
        first.sayNothingNext();
        assertEquals(
                Code.TIMEOUT, failure(asked("one", Optional.empty(), Optional.empty(), first)));
        assertEquals(0, first.stillOpen(), "it was given up");
    }

    @Test
    void oneThatBreaksWhileItListensIsGivenUp() {
        first.breakNextAtTheEnd();
        assertEquals("one", text(asked("one")));
        assertEquals(0, first.stillOpen());
    }
}
