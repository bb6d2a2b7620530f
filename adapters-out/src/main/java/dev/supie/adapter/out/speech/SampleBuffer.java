package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.util.Arrays;

/// Samples that are added at the end and taken from the front; grows as needed.
final class SampleBuffer {

    private short[] samples = new short[0];
    private int length;

    int length() {
        return length;
    }

    void add(short[] source, int from, int count) {
        if (length + count > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(length + count, samples.length * 2));
        }
        System.arraycopy(source, from, samples, length, count);
        length += count;
    }

    void add(PcmFrame frame) {
        short[] source = new short[frame.length()];
        frame.copyTo(source, 0);
        add(source, 0, source.length);
    }

    /// A copy of the first `count` samples.
    PcmFrame first(int count) {
        return PcmFrame.of(samples, count);
    }

    /// Removes the first `count` samples.
    void drop(int count) {
        System.arraycopy(samples, count, samples, 0, length - count);
        length -= count;
    }

    /// Gives back the memory as well.
    void clear() {
        samples = new short[0];
        length = 0;
    }
}
