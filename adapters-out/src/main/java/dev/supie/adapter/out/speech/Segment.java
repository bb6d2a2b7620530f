package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;

/// A stretch of sound with voice in it; nobody changes the samples any more.
///
/// @param start the number of its first sample, counted from the beginning of the utterance
record Segment(int start, short[] samples) {

    Duration from() {
        return time(start);
    }

    Duration to() {
        return time(start + samples.length);
    }

    private static Duration time(int sample) {
        return Duration.ofNanos(sample * (1_000_000_000L / PcmFrame.SAMPLE_RATE));
    }
}
