package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.VoiceDetector;
import dev.supie.application.speech.port.VoiceDetector.Hearing;
import dev.supie.application.speech.port.VoiceDetectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What every detector of voice does.
public abstract class VoiceDetectorContract {

    private static final Duration USUAL = Duration.ofMillis(60);

    /// Ready to be used.
    protected abstract VoiceDetectors detectors();

    /// At least two seconds of speech without a long pause in it.
    protected abstract PcmFrame speech();

    /// Two seconds without voice that are not all zeros, such as noise.
    protected abstract PcmFrame noise();

    @Test
    void theyAreReady() {
        assertEquals(new Availability.Ready(), detectors().availability());
    }

    @Test
    void neitherSilenceNorNoiseIsVoice() {
        try (VoiceDetector detector = detectors().open()) {
            PcmFrame silence = PcmFrame.silence(Duration.ofSeconds(2));
            assertEquals(0, voiced(hear(detector, silence, USUAL)));
            assertEquals(0, voiced(hear(detector, noise(), USUAL)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 60, 120, 500})
    void speechIsVoiceInPiecesOfAnyLength(int millis) {
        try (VoiceDetector detector = detectors().open()) {
            List<Hearing> heard = hear(detector, speech(), Duration.ofMillis(millis));
            assertTrue(voiced(heard) * 2 > heard.size(), () -> "mostly voice: " + heard);
        }
    }

    @Test
    void afterSpeechItIsQuietAgainWithinHalfASecond() {
        try (VoiceDetector detector = detectors().open()) {
            hear(detector, speech(), USUAL);
            hear(detector, PcmFrame.silence(Duration.ofMillis(480)), USUAL);
            assertEquals(Hearing.SILENCE, detector.hear(PcmFrame.silence(USUAL)));
        }
    }

    @Test
    void anEmptyPieceChangesNothing() {
        try (VoiceDetector detector = detectors().open()) {
            assertEquals(Hearing.SILENCE, detector.hear(PcmFrame.EMPTY));
            Hearing last = hear(detector, speech(), USUAL).getLast();
            assertEquals(last, detector.hear(PcmFrame.EMPTY));
        }
    }

    @Test
    void aResetForgetsEverything() {
        List<Hearing> fresh;
        try (VoiceDetector detector = detectors().open()) {
            fresh = hear(detector, speech(), USUAL);
        }
        try (VoiceDetector detector = detectors().open()) {
            hear(detector, noise(), USUAL);
            hear(detector, speech(), Duration.ofMillis(33));
            detector.reset();
            assertEquals(fresh, hear(detector, speech(), USUAL));
        }
    }

    @Test
    void twoConnectionsDoNotHearEachOther() {
        List<Hearing> alone;
        try (VoiceDetector detector = detectors().open()) {
            alone = hear(detector, speech(), USUAL);
        }
        try (VoiceDetector one = detectors().open();
                VoiceDetector other = detectors().open()) {
            List<Hearing> heard = new ArrayList<>();
            List<PcmFrame> noises = pieces(noise(), USUAL);
            List<PcmFrame> words = pieces(speech(), USUAL);
            for (int index = 0; index < words.size(); index++) {
                other.hear(noises.get(index % noises.size()));
                heard.add(one.hear(words.get(index)));
            }
            assertEquals(alone, heard);
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        VoiceDetector detector = detectors().open();
        detector.close();
        detector.close();
    }

    private static long voiced(List<Hearing> heard) {
        return heard.stream().filter(hearing -> hearing == Hearing.VOICE).count();
    }

    private static List<Hearing> hear(VoiceDetector detector, PcmFrame sound, Duration piece) {
        return pieces(sound, piece).stream().map(detector::hear).toList();
    }

    private static List<PcmFrame> pieces(PcmFrame sound, Duration piece) {
        return SoundPieces.of(sound, piece);
    }
}
