package dev.supie.application.speech.port;

import java.time.Duration;
import java.util.Arrays;

/// A piece of sound: [#SAMPLE_RATE] samples a second, one channel, signed 16 bits. Immutable, so it
/// may be kept by many and looked at by any thread; equal if it sounds the same.
public final class PcmFrame {

    public static final int SAMPLE_RATE = 16_000;

    private static final long NANOS_PER_SAMPLE = 1_000_000_000L / SAMPLE_RATE;

    /// No sound at all.
    public static final PcmFrame EMPTY = new PcmFrame(new short[0]);

    private final short[] samples;

    private PcmFrame(short[] samples) {
        this.samples = samples;
    }

    /// The first `count` of these samples, copied.
    public static PcmFrame of(short[] samples, int count) {
        return new PcmFrame(Arrays.copyOf(samples, checked(samples, count)));
    }

    private static int checked(short[] samples, int count) {
        if (count < 0 || count > samples.length) {
            throw new IllegalArgumentException("no " + count + " samples in " + samples.length);
        }
        return count;
    }

    /// Silence, rounded down to a whole number of samples.
    public static PcmFrame silence(Duration duration) {
        return new PcmFrame(new short[samplesIn(duration)]);
    }

    /// How many whole samples there are in this time.
    public static int samplesIn(Duration duration) {
        return Math.toIntExact(duration.toNanos() / NANOS_PER_SAMPLE);
    }

    /// How many samples it has.
    public int length() {
        return samples.length;
    }

    public short sample(int index) {
        return samples[index];
    }

    /// Copies all samples to `target`, the first to `position`.
    public void copyTo(short[] target, int position) {
        System.arraycopy(samples, 0, target, position, samples.length);
    }

    public Duration duration() {
        return Duration.ofNanos(samples.length * NANOS_PER_SAMPLE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PcmFrame frame && Arrays.equals(samples, frame.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "PcmFrame[" + duration().toMillis() + " ms]";
    }
}
