package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/// Somebody who was recorded, and what was said.
record Recording(String name, String text, PcmFrame sound) {

    static Recording of(String name, String text, short[] samples) {
        return new Recording(name, text, PcmFrame.of(samples, samples.length));
    }

    static Recording ofWav(String name, String text, byte[] file) throws IOException {
        SampleBuffer all = new SampleBuffer();
        WavSound.read(new ByteArrayInputStream(file), all::add);
        return new Recording(name, text, all.first(all.length()));
    }

    short[] samples() {
        short[] samples = new short[sound.length()];
        sound.copyTo(samples, 0);
        return samples;
    }

    Duration duration() {
        return sound.duration();
    }

    /// The sound of so many repetitions, with nothing between them.
    static short[] repeated(short[] samples, int times) {
        short[] all = new short[samples.length * times];
        for (int round = 0; round < times; round++) {
            System.arraycopy(samples, 0, all, round * samples.length, samples.length);
        }
        return all;
    }

    /// A part, by time.
    short[] part(Duration from, Duration to) {
        return Arrays.copyOfRange(samples(), PcmFrame.samplesIn(from), PcmFrame.samplesIn(to));
    }
}
