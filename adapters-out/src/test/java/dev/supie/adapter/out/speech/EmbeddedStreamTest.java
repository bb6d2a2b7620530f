package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.VirtualTime;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The stream over models that answer when a test lets them; voice is found by the real detector.
class EmbeddedStreamTest {

    private static final SileroModel VOICE = SileroModel.load();
    private static final PcmFrame SENTENCE = Voices.own("austen-0880.wav").sound();
    private static final PcmFrame PAUSE = PcmFrame.silence(Duration.ofSeconds(1));

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final HeldModel usual = new HeldModel(MoonshineSize.BASE.modelName());
    private final HeldModel small = new HeldModel(MoonshineSize.TINY.modelName());
    private final SpeechCounters counters = new SpeechCounters();
    private final RecognitionPool pool =
            new RecognitionPool(1, () -> new SpeechModels(usual, small), counters);
    private final Heard heard = new Heard();
    private final RecognitionStream stream = open(heard);

    private RecognitionStream open(Heard listener) {
        return new EmbeddedStream(
                Heard.request(),
                listener,
                new Segmenter(new SileroEar(VOICE)),
                new EmbeddedStream.Surroundings(pool, counters, time, time));
    }

    @AfterEach
    void end() {
        usual.allow(10_000);
        small.allow(10_000);
        assertTrue(pool.end());
    }

    @Test
    void sentencesAreRecognizedWhileTheSpeakerGoesOn() throws InterruptedException {
        // One for a partial text must not hold the only worker.
        small.allow(10);
        stream.push(SENTENCE);
        stream.push(PAUSE);
        usual.awaitEntered();
        stream.push(SENTENCE);
        stream.finish();
        usual.allow(2);
        RecognitionEvent.Final said = assertInstanceOf(RecognitionEvent.Final.class, heard.end());
        assertEquals("word word", said.text());
        assertEquals("moonshine-base", said.model());
        assertTrue(said.to().compareTo(Duration.ofSeconds(6)) > 0, said.to().toString());
    }

    @Test
    void aPartialReplacesTheOneBeforeAndTheFinalTextComesLast() throws InterruptedException {
        small.allow(1);
        stream.push(SENTENCE);
        small.awaitEntered();
        usual.allow(1);
        stream.push(PAUSE);
        stream.finish();
        assertEquals("word", heard.text());
        List<RecognitionEvent> events = heard.events();
        events.subList(0, events.size() - 1)
                .forEach(event -> assertEquals(new RecognitionEvent.Partial("word"), event));
    }

    @Test
    void whatIsNotRecognizedInTimeFails() throws InterruptedException {
        stream.push(SENTENCE);
        stream.finish();
        time.advance(Heard.ANSWER_WITHIN);
        RecognitionEvent.Failed failed =
                assertInstanceOf(RecognitionEvent.Failed.class, heard.end());
        assertEquals(Code.TIMEOUT, failed.code());
        assertTrue(failed.retryable());
        assertEquals(1, counters.numbers(pool).timedOut());
    }

    @Test
    void withTooMuchWaitingAnUtteranceFailsAsBusyAndMakesRoom() throws InterruptedException {
        RecognitionStream first = open(new Heard());
        first.push(SENTENCE);
        first.finish();
        // It does not wait any more, so it takes no place of those that do.
        usual.awaitEntered();
        for (int count = 0; count < RecognitionPool.WAITING_MAX; count++) {
            RecognitionStream other = open(new Heard());
            other.push(SENTENCE);
            other.finish();
        }
        stream.push(SENTENCE);
        stream.finish();
        RecognitionEvent.Failed failed =
                assertInstanceOf(RecognitionEvent.Failed.class, heard.end());
        assertEquals(Code.BUSY, failed.code());
        assertEquals(1, counters.numbers(pool).refused());
    }

    @Test
    void aBrokenModelIsAFailureAndNotSilence() throws InterruptedException {
        usual.breakDown();
        stream.push(SENTENCE);
        stream.finish();
        RecognitionEvent.Failed failed =
                assertInstanceOf(RecognitionEvent.Failed.class, heard.end());
        assertEquals(Code.BROKEN, failed.code());
    }

    @Test
    void cancellingTakesWhatStillWaitsOutOfThePool() throws InterruptedException {
        RecognitionStream first = open(new Heard());
        first.push(SENTENCE);
        first.finish();
        usual.awaitEntered();
        stream.push(SENTENCE);
        stream.finish();
        assertEquals(1, pool.waiting());
        stream.cancel();
        assertEquals(0, pool.waiting());
        assertEquals(List.of(), heard.events());
    }

    @Test
    void moreThanAMinuteIsNotHeard() throws InterruptedException {
        usual.allow(100);
        small.allow(100);
        stream.push(PcmFrame.silence(RecognitionStream.AUDIO_MAX.minusSeconds(1)));
        stream.push(PAUSE);
        stream.push(SENTENCE);
        stream.finish();
        assertEquals("", heard.text());
    }
}
