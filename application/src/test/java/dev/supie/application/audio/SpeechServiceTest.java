package dev.supie.application.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.fake.ScriptedSynthesizer;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.ToySpeaking;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.PacketEncoder;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.SynthesisResult.Code;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.domain.speaking.Sentences;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Sound of texts for programs.
class SpeechServiceTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final ScriptedSynthesizer first = new ScriptedSynthesizer("first");
    private final ScriptedSynthesizer second = new ScriptedSynthesizer("second").knowing("zh");
    private final StringBuilder heard = new StringBuilder();

    /// Letters, each of which is a packet long.
    private void hear(short[] samples, int count) {
        PacketEncoder encoder = new ToySpeaking().open();
        for (int at = 0; at < count; at += DownlinkFormat.PACKET_SAMPLES) {
            short[] letter = Arrays.copyOfRange(samples, at, at + DownlinkFormat.PACKET_SAMPLES);
            heard.append((char) encoder.encode(letter)[0]);
        }
    }

    private SpeechOutcome said(
            Executor threads, SoundSink sink, String text, Optional<String> model) {
        AudioFeature.Voices voices =
                new AudioFeature.Voices(List.of(first, second), new Workers(threads, 1), WITHIN);
        return AudioFeature.speeches(voices).speak(new Speeches.Question(text, model), sink);
    }

    private SpeechOutcome said(String text) {
        return said(Runnable::run, this::hear, text, Optional.empty());
    }

    @Test
    void aTextIsSaidByTheFirst() {
        assertEquals(new SpeechOutcome.Spoken(), said("hello there"));
        assertEquals("hello there", heard.toString());
        assertEquals(List.of(), second.texts());
    }

    @Test
    void aLongTextIsSaidInParts() {
        String sentence = "a".repeat(Sentences.CHARS_MAX - 2) + ".";
        assertEquals(new SpeechOutcome.Spoken(), said(sentence + " " + sentence));
        assertEquals(List.of(sentence, sentence), first.texts());
        assertEquals(sentence + sentence, heard.toString());
    }

    @Test
    void theNextSaysAllOfAPartThatOneFailsIn() {
        first.failNextAfter(2, Code.BROKEN);
        assertEquals(new SpeechOutcome.Spoken(), said("hello"));
        first.breakNext();
        assertEquals(new SpeechOutcome.Spoken(), said("again"));
        assertEquals("helloagain", heard.toString());
    }

    @Test
    void ifNobodyCanSayItTheLastOneSaysWhy() {
        first.failNextAfter(0, Code.BUSY);
        second.failNextAfter(0, Code.TIMEOUT);
        SpeechOutcome outcome = said("hello");
        assertEquals(Code.TIMEOUT, assertInstanceOf(SpeechOutcome.Failed.class, outcome).code());
        assertEquals("", heard.toString());
    }

    @Test
    void whatCannotBePronouncedIsSilent() {
        assertEquals(new SpeechOutcome.Silent(), said("*** … \n"));
        assertEquals(List.of(), first.texts());
    }

    @Test
    void whoeverIsMeantIsAskedAndNobodyElse() {
        assertEquals(
                new SpeechOutcome.Spoken(),
                said(Runnable::run, this::hear, "hello", Optional.of("second")));
        assertEquals(List.of(), first.texts());
        assertEquals(
                new SpeechOutcome.UnknownModel(List.of("first", "second")),
                said(Runnable::run, this::hear, "hello", Optional.of("third")));
    }

    @Test
    void net4WhoeverIsNotReadyIsNotAskedAndSaysWhy() {
        first.missing("espeak-ng is not on the PATH");
        assertEquals(new SpeechOutcome.Spoken(), said("hello"));
        assertEquals(List.of("hello"), second.texts());
        second.missing("it is away");
        assertEquals(
                new SpeechOutcome.Unavailable("espeak-ng is not on the PATH; it is away"),
                said("hello"));
        AudioFeature.Voices nobody =
                new AudioFeature.Voices(
                        List.<Synthesizer>of(), new Workers(Runnable::run, 1), WITHIN);
        assertEquals(
                new SpeechOutcome.Unavailable("no synthesizer of this machine is in tts.chain"),
                AudioFeature.speeches(nobody)
                        .speak(new Speeches.Question("hello", Optional.empty()), this::hear));
    }

    @Test
    void moreThanMayWaitIsBusy() {
        Workers full = new Workers(new StepExecutor(), 1);
        for (int waiting = 0; waiting <= Workers.WAITING_MAX; waiting++) {
            full.offer(() -> {});
        }
        SpeechOutcome outcome =
                AudioFeature.speeches(new AudioFeature.Voices(List.of(first), full, WITHIN))
                        .speak(new Speeches.Question("hello", Optional.empty()), this::hear);
        assertEquals(Code.BUSY, assertInstanceOf(SpeechOutcome.Failed.class, outcome).code());
    }

    @Test
    void whileTheProcessEndsNothingIsSaid() {
        Executor ending =
                _ -> {
                    throw new RejectedExecutionException("ending");
                };
        SpeechOutcome outcome = said(ending, this::hear, "hello", Optional.empty());
        assertEquals(
                Code.UNAVAILABLE, assertInstanceOf(SpeechOutcome.Failed.class, outcome).code());
    }

    @Test
    void whatTheListenerThrowsEndsTheSpeechAndComesBack() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        said(
                                Runnable::run,
                                (_, _) -> {
                                    throw new IllegalStateException("gone");
                                },
                                "hello",
                                Optional.empty()));
    }
}
