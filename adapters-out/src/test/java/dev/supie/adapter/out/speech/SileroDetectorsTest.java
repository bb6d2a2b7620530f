package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.contract.VoiceDetectorContract;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.VoiceDetectors;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class SileroDetectorsTest extends VoiceDetectorContract {

    private static final Loading<SileroModel> MODEL =
            new Loading<>("the voice detector", SileroModel::load);

    @Override
    protected VoiceDetectors detectors() {
        return new SileroDetectors(MODEL);
    }

    @Override
    protected PcmFrame speech() {
        Recording reader = Voices.own("austen-0890.wav");
        short[] words = reader.part(Duration.ofMillis(300), Duration.ofMillis(4_800));
        return PcmFrame.of(words, words.length);
    }

    @Override
    protected PcmFrame noise() {
        return Noise.white(Duration.ofSeconds(2));
    }

    /// The model also runs without the end of the chunk before, and then finds no voice anywhere.
    @Test
    void mostOfASpeechIsVoiceBecauseTheModelSeesTheEndOfTheChunkBefore() {
        short[] speech = Voices.own("jfk.wav").samples();
        SileroEar ear = new SileroEar(MODEL.await());
        int chunks = speech.length / SileroEar.CHUNK;
        int voiced = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            voiced += ear.hear(speech, chunk * SileroEar.CHUNK) >= 0.5f ? 1 : 0;
        }
        assertTrue(voiced > chunks * 0.6, voiced + " of " + chunks);
    }

    @Test
    void noiseIsNeverVoice() {
        short[] noise = new short[PcmFrame.samplesIn(Duration.ofSeconds(10))];
        Noise.white(Duration.ofSeconds(10)).copyTo(noise, 0);
        SileroEar ear = new SileroEar(MODEL.await());
        int voiced = 0;
        for (int from = 0; from + SileroEar.CHUNK <= noise.length; from += SileroEar.CHUNK) {
            voiced += ear.hear(noise, from) >= 0.5f ? 1 : 0;
        }
        assertEquals(0, voiced);
    }
}
