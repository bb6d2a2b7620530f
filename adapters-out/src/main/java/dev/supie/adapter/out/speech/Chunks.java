package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.util.Arrays;

/// Cuts sound that comes in pieces of any length into chunks of [SileroEar#CHUNK] samples; what is
/// left over waits for the next piece.
final class Chunks {

    /// Takes one chunk: [SileroEar#CHUNK] samples of the array from `from` on.
    @FunctionalInterface
    interface Taker {
        void take(short[] samples, int from);
    }

    private final short[] rest = new short[SileroEar.CHUNK];
    private int restLength;

    void add(PcmFrame frame, Taker taker) {
        short[] samples = new short[restLength + frame.length()];
        System.arraycopy(rest, 0, samples, 0, restLength);
        frame.copyTo(samples, restLength);
        int from = 0;
        for (; from + SileroEar.CHUNK <= samples.length; from += SileroEar.CHUNK) {
            taker.take(samples, from);
        }
        restLength = samples.length - from;
        System.arraycopy(samples, from, rest, 0, restLength);
    }

    /// The samples that still wait, fewer than a chunk.
    short[] rest() {
        return Arrays.copyOf(rest, restLength);
    }

    void clear() {
        restLength = 0;
    }
}
