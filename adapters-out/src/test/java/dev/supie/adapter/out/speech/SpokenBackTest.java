package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.speech.voice.EspeakSynthesizer;
import dev.supie.adapter.out.speech.voice.FreeTtsSynthesizer;
import dev.supie.adapter.out.speech.voice.LocalVoice;
import dev.supie.adapter.out.speech.voice.OpusPacketEncoders;
import dev.supie.adapter.out.speech.voice.Programs;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.PacketEncoder;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.LanguageTag;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is said can be understood: text to sound to packets, and through our own ears back to text.
class SpokenBackTest {

    private static final List<String> SENTENCES =
            List.of(
                    "Please bring the coffee to the second floor.",
                    "The build has failed because of two broken tests.",
                    "Good morning everybody, how are you today?",
                    "You have a new message from the office.",
                    "Thank you very much, and have a nice evening.",
                    "We will ship the new version on Friday.");

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final InstantSource TIME = InstantSource.system();

    /// A machine's voice is harder to understand than people are.
    private static final double ERRORS_MAX = 0.15;

    @Test
    void whatFreeTtsSaysIsUnderstood() throws InterruptedException {
        LocalVoice voice = new LocalVoice("freetts", "", 1, WITHIN);
        try (FreeTtsSynthesizer synthesizer =
                new FreeTtsSynthesizer(voice, CallTiming.real(TIME))) {
            assertUnderstood(synthesizer);
        }
    }

    @Test
    void whatEspeakSaysIsUnderstood() throws InterruptedException {
        Optional<Path> program =
                Programs.find(
                        EspeakSynthesizer.PROGRAM,
                        Optional.ofNullable(System.getenv("PATH")).orElse(""));
        Assumptions.assumeTrue(program.isPresent(), "espeak-ng is not installed");
        LocalVoice voice = new LocalVoice("espeak", "", 1, WITHIN);
        try (SystemAlarms alarms = new SystemAlarms(TIME)) {
            assertUnderstood(
                    new EspeakSynthesizer(voice, program, Optional.empty(), 1, alarms, TIME));
        }
    }

    private static void assertUnderstood(Synthesizer synthesizer) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        for (String sentence : SENTENCES) {
            heard.add(
                    Heard.through(TestSpeech.speech().recognizer(), packets(synthesizer, sentence))
                            .text());
        }
        WordErrors errors = new WordErrors();
        for (int index = 0; index < heard.size(); index++) {
            errors.add(SENTENCES.get(index), heard.get(index));
        }
        assertTrue(errors.rate() <= ERRORS_MAX, () -> errors.rate() + ": " + heard);
    }

    /// With some silence before and after it, as there is in life.
    private static List<byte[]> packets(Synthesizer synthesizer, String sentence) {
        List<short[]> pieces = new ArrayList<>();
        pieces.add(new short[DownlinkFormat.SAMPLE_RATE / 2]);
        SynthesisRequest request = new SynthesisRequest(sentence, new LanguageTag("en"), WITHIN);
        assertEquals(
                new SynthesisResult.Spoken(),
                synthesizer
                        .open(request)
                        .run((samples, count) -> pieces.add(Arrays.copyOf(samples, count))));
        pieces.add(new short[DownlinkFormat.SAMPLE_RATE / 2]);
        return encoded(pieces);
    }

    private static List<byte[]> encoded(List<short[]> pieces) {
        int length = pieces.stream().mapToInt(piece -> piece.length).sum();
        int whole = Math.ceilDiv(length, DownlinkFormat.PACKET_SAMPLES);
        short[] all = new short[whole * DownlinkFormat.PACKET_SAMPLES];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        PacketEncoder encoder = new OpusPacketEncoders(1).open();
        List<byte[]> packets = new ArrayList<>();
        for (int from = 0; from < all.length; from += DownlinkFormat.PACKET_SAMPLES) {
            packets.add(
                    encoder.encode(
                            Arrays.copyOfRange(all, from, from + DownlinkFormat.PACKET_SAMPLES)));
        }
        return packets;
    }
}
