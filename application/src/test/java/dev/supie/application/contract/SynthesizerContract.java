package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.LanguageTag;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What every synthesizer does (CHAT-1).
public abstract class SynthesizerContract {

    private static final String SENTENCE = "The meeting starts at ten.";
    private static final Duration WITHIN = Duration.ofSeconds(20);

    /// One that is ready.
    protected abstract Synthesizer synthesizer();

    /// One of the same kind that cannot be used: its program is missing, its service is not there;
    /// empty if that cannot be.
    protected abstract Optional<Synthesizer> unavailable();

    /// The code of a language it does not know; empty if it takes every one.
    protected abstract Optional<String> unknownLanguage();

    /// What was taken of one sentence.
    private static final class Taken implements SoundSink {

        private int samples;
        private int loudest;

        @Override
        public void take(short[] sound, int count) {
            samples += count;
            for (int index = 0; index < count; index++) {
                loudest = Math.max(loudest, Math.abs(sound[index]));
            }
        }

        Duration duration() {
            return Duration.ofMillis(samples * 1_000L / DownlinkFormat.SAMPLE_RATE);
        }
    }

    private static SynthesisRequest request(String text) {
        return new SynthesisRequest(text, new LanguageTag("en"), WITHIN);
    }

    private static Taken spoken(Synthesizer synthesizer, String text) {
        Taken taken = new Taken();
        assertEquals(
                new SynthesisResult.Spoken(), synthesizer.open(request(text)).run(taken), text);
        return taken;
    }

    private static SynthesisResult.Failed failed(
            Synthesizer synthesizer, SynthesisRequest request) {
        Taken taken = new Taken();
        SynthesisResult result = synthesizer.open(request).run(taken);
        assertEquals(0, taken.samples);
        SynthesisResult.Failed failed = assertInstanceOf(SynthesisResult.Failed.class, result);
        assertNotEquals("", failed.message());
        return failed;
    }

    @Test
    void aReadyOneNamesItself() {
        Synthesizer synthesizer = synthesizer();
        assertEquals(new Availability.Ready(), synthesizer.availability());
        assertNotEquals("", synthesizer.name());
    }

    @Test
    void aSentenceBecomesSoundOfASensibleLength() {
        Taken taken = spoken(synthesizer(), SENTENCE);
        assertTrue(taken.loudest > 1_000, () -> "loudest " + taken.loudest);
        assertTrue(taken.duration().toMillis() > 800, () -> "it lasts " + taken.duration());
        assertTrue(taken.duration().toMillis() < 6_000, () -> "it lasts " + taken.duration());
    }

    @Test
    void twiceTheTextIsAboutTwiceTheSound() {
        long once = spoken(synthesizer(), SENTENCE).duration().toMillis();
        long twice = spoken(synthesizer(), SENTENCE + " " + SENTENCE).duration().toMillis();
        assertTrue(twice > once * 1.5 && twice < once * 2.5, () -> once + " and " + twice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-h",
                "--version",
                "-f /etc/passwd",
                "<speak><break time='60s'/>one</speak>",
                "[[h@l@U]] one",
                "$(reboot) `reboot` ; one",
                "& < > \" ' one",
                "I",
                "1, 2, 3."
            })
    void textIsNeverAnythingElse(String text) {
        Taken taken = spoken(synthesizer(), text);
        assertTrue(taken.samples > 0);
        assertTrue(taken.duration().toSeconds() < 20, () -> "it lasts " + taken.duration());
    }

    @Test
    void oneThatIsCancelledBeforeItRunsSaysNothing() {
        Synthesis synthesis = synthesizer().open(request(SENTENCE));
        synthesis.cancel();
        Taken taken = new Taken();
        assertEquals(new SynthesisResult.Cancelled(), synthesis.run(taken));
        assertEquals(0, taken.samples);
    }

    @Test
    void oneThatIsCancelledWhileItRunsEnds() {
        Synthesis synthesis = synthesizer().open(request(SENTENCE));
        Taken taken = new Taken();
        SynthesisResult result =
                synthesis.run(
                        (sound, count) -> {
                            taken.take(sound, count);
                            synthesis.cancel();
                        });
        assertEquals(new SynthesisResult.Cancelled(), result);
        assertTrue(taken.samples > 0);
    }

    @Test
    void cancellingAfterTheEndIsHarmless() {
        Synthesizer synthesizer = synthesizer();
        Synthesis synthesis = synthesizer.open(request(SENTENCE));
        Taken taken = new Taken();
        assertEquals(new SynthesisResult.Spoken(), synthesis.run(taken));
        synthesis.cancel();
        synthesis.cancel();
        assertEquals(taken.samples, spoken(synthesizer, SENTENCE).samples, "the next is whole");
    }

    @Test
    void sentencesAtTheSameTimeDoNotMix() throws InterruptedException, ExecutionException {
        Synthesizer synthesizer = synthesizer();
        int alone = spoken(synthesizer, SENTENCE).samples;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> speakers = new ArrayList<>();
            for (int speaker = 0; speaker < 4; speaker++) {
                speakers.add(() -> spoken(synthesizer, SENTENCE).samples);
            }
            for (Future<Integer> samples : threads.invokeAll(speakers)) {
                assertEquals(alone, samples.get());
            }
        }
    }

    @Test
    void aLanguageItDoesNotKnowIsAFailure() {
        Assumptions.assumeTrue(unknownLanguage().isPresent(), "it takes every language");
        LanguageTag language = new LanguageTag(unknownLanguage().orElseThrow());
        SynthesisRequest request = new SynthesisRequest("会议十点开始。", language, WITHIN);
        assertEquals(
                SynthesisResult.Code.UNSUPPORTED_LANGUAGE, failed(synthesizer(), request).code());
    }

    @Test
    void oneWithoutTimeFails() {
        SynthesisRequest request =
                new SynthesisRequest(SENTENCE, new LanguageTag("en"), Duration.ZERO);
        assertEquals(SynthesisResult.Code.TIMEOUT, failed(synthesizer(), request).code());
    }

    @Test
    void oneThatCannotBeUsedSaysSo() {
        Assumptions.assumeTrue(unavailable().isPresent(), "it is always there");
        Synthesizer missing = unavailable().orElseThrow();
        assertEquals(SynthesisResult.Code.UNAVAILABLE, failed(missing, request(SENTENCE)).code());
    }
}
