package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;
import java.util.Random;

/// Sound without any voice in it.
final class Noise {

    private static final int LOUDNESS = 2_000;

    private Noise() {}

    static PcmFrame white(Duration duration) {
        Random random = new Random(1);
        short[] samples = new short[PcmFrame.samplesIn(duration)];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = (short) (random.nextGaussian() * LOUDNESS);
        }
        return PcmFrame.of(samples, samples.length);
    }
}
