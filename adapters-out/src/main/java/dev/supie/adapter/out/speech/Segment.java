package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;

/// A stretch of sound with voice in it.
///
/// @param start the number of its first sample, counted from the beginning of the utterance
record Segment(int start, PcmFrame sound) {

    private static final long NANOS_PER_SAMPLE = 1_000_000_000L / PcmFrame.SAMPLE_RATE;

    Duration from() {
        return Duration.ofNanos(start * NANOS_PER_SAMPLE);
    }

    Duration to() {
        return from().plus(sound.duration());
    }
}
