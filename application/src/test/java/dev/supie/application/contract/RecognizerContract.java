package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What every recognizer does (LIS-4, LIS-6).
public abstract class RecognizerContract {

    private static final Duration PIECE = Duration.ofMillis(60);

    /// One that is ready, and knows only some languages if any recognizer of its kind does.
    protected abstract Recognizer recognizer();

    /// One of the same kind that cannot be used: its model is missing, its service is not there.
    protected abstract Recognizer unavailable();

    /// An utterance of a few seconds.
    protected abstract PcmFrame utterance();

    /// Whether this is the text of [#utterance].
    protected abstract boolean isText(String text);

    /// A language it does not know; empty if it does not restrict them.
    protected abstract Optional<LanguageTag> unknownLanguage();

    /// Lets the recognizer work until this is so, and fails the test if it takes too long.
    protected abstract void until(BooleanSupplier done);

    /// Lets the recognizer do whatever it would still do.
    protected abstract void settle();

    @Test
    void aReadyOneNamesItselfAndItsModel() {
        Recognizer recognizer = recognizer();
        assertEquals(new Availability.Ready(), recognizer.availability());
        assertNotEquals("", recognizer.name());
        assertNotEquals("", recognizer.model());
    }

    @Test
    void anUtteranceBecomesExactlyOneFinalText() {
        Utterance utterance = new Utterance(recognizer());
        utterance.speak(utterance());
        RecognitionEvent.Final said = utterance.finished();
        assertTrue(isText(said.text()), said::text);
        assertEquals(recognizer().name(), said.provider());
        assertNotEquals("", said.model());
        assertFalse(said.from().isNegative());
        assertTrue(said.from().compareTo(said.to()) <= 0);
        assertTrue(said.to().compareTo(utterance().duration()) <= 0);
    }

    @Test
    void partialTextsComeBeforeTheFinalOneAndOnlyIfAnnounced() {
        Utterance utterance = new Utterance(recognizer());
        utterance.speak(utterance());
        utterance.finished();
        List<RecognitionEvent> before = utterance.events().subList(0, utterance.count() - 1);
        before.forEach(event -> assertInstanceOf(RecognitionEvent.Partial.class, event));
        assertTrue(before.isEmpty() || recognizer().capabilities().partials());
    }

    @Test
    void silenceBecomesAnEmptyText() {
        Utterance utterance = new Utterance(recognizer());
        utterance.speak(PcmFrame.silence(Duration.ofSeconds(2)));
        assertEquals("", utterance.finished().text());
    }

    @Test
    void nothingAtAllBecomesAnEmptyText() {
        Utterance utterance = new Utterance(recognizer());
        assertEquals("", utterance.finished().text());
    }

    @Test
    void finishingTwiceAndSpeakingOnChangesNothing() {
        Utterance utterance = new Utterance(recognizer());
        utterance.speak(utterance());
        utterance.stream.finish();
        utterance.speak(utterance());
        assertTrue(isText(utterance.finished().text()));
        utterance.stream.push(utterance());
        utterance.stream.finish();
        utterance.stream.cancel();
        settle();
        assertEquals(1, utterance.terminalCount());
    }

    @Test
    void afterCancellingThereIsNoText() {
        Utterance utterance = new Utterance(recognizer());
        utterance.speak(utterance());
        settle();
        utterance.stream.cancel();
        utterance.stream.cancel();
        utterance.stream.finish();
        utterance.stream.push(utterance());
        settle();
        assertEquals(0, utterance.terminalCount());
    }

    @Test
    void utterancesAtTheSameTimeDoNotMix() {
        Recognizer recognizer = recognizer();
        Utterance speaking = new Utterance(recognizer);
        Utterance silent = new Utterance(recognizer);
        List<PcmFrame> words = SoundPieces.of(utterance(), PIECE);
        for (PcmFrame word : words) {
            speaking.stream.push(word);
            silent.stream.push(PcmFrame.silence(PIECE));
        }
        silent.stream.finish();
        assertTrue(isText(speaking.finished().text()));
        assertEquals("", silent.finished().text());
    }

    @Test
    void theNextUtteranceStartsFresh() {
        Recognizer recognizer = recognizer();
        for (int round = 0; round < 3; round++) {
            Utterance cancelled = new Utterance(recognizer);
            cancelled.speak(utterance());
            cancelled.stream.cancel();
            Utterance next = new Utterance(recognizer);
            next.speak(utterance());
            assertTrue(isText(next.finished().text()));
        }
    }

    @Test
    void aLanguageItDoesNotKnowIsAFailure() {
        Assumptions.assumeTrue(unknownLanguage().isPresent(), "it takes every language");
        assertFalse(recognizer().capabilities().understands(unknownLanguage()));
        Utterance utterance = new Utterance(recognizer(), unknownLanguage());
        utterance.speak(utterance());
        RecognitionEvent.Failed failed = utterance.failed();
        assertEquals(RecognitionEvent.Code.UNSUPPORTED_LANGUAGE, failed.code());
        assertFalse(failed.retryable());
        assertNotEquals("", failed.message());
    }

    @Test
    void oneThatCannotBeUsedSaysSo() {
        Utterance utterance = new Utterance(unavailable());
        utterance.speak(utterance());
        RecognitionEvent.Failed failed = utterance.failed();
        assertEquals(RecognitionEvent.Code.UNAVAILABLE, failed.code());
        assertNotEquals("", failed.message());
    }

    /// One stream and what was heard from it.
    private final class Utterance {

        private final List<RecognitionEvent> events = new ArrayList<>();
        private final RecognitionStream stream;

        Utterance(Recognizer recognizer) {
            this(recognizer, Optional.empty());
        }

        Utterance(Recognizer recognizer, Optional<LanguageTag> language) {
            stream =
                    recognizer.open(
                            new RecognitionRequest(
                                    new SessionId("session"),
                                    new DeviceId("aa:01"),
                                    language,
                                    Duration.ofSeconds(10)),
                            this::heard);
        }

        private void heard(RecognitionEvent event) {
            synchronized (events) {
                events.add(event);
            }
        }

        List<RecognitionEvent> events() {
            synchronized (events) {
                return List.copyOf(events);
            }
        }

        int count() {
            return events().size();
        }

        long terminalCount() {
            return events().stream().filter(RecognitionEvent.Terminal.class::isInstance).count();
        }

        void speak(PcmFrame sound) {
            SoundPieces.of(sound, PIECE).forEach(stream::push);
        }

        RecognitionEvent.Final finished() {
            return assertInstanceOf(RecognitionEvent.Final.class, end());
        }

        RecognitionEvent.Failed failed() {
            return assertInstanceOf(RecognitionEvent.Failed.class, end());
        }

        private RecognitionEvent end() {
            stream.finish();
            until(() -> terminalCount() > 0);
            settle();
            assertEquals(1, terminalCount(), "exactly one end");
            return assertInstanceOf(RecognitionEvent.Terminal.class, events().getLast());
        }
    }
}
