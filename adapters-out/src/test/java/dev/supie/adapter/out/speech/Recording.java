package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;
import java.util.Arrays;

/// Somebody who was recorded, and what was said.
record Recording(String name, String text, short[] samples) {

    Duration duration() {
        return sound().duration();
    }

    PcmFrame sound() {
        return PcmFrame.of(samples, samples.length);
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
        return Arrays.copyOfRange(samples, PcmFrame.samplesIn(from), PcmFrame.samplesIn(to));
    }
}
