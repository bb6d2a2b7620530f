package dev.supie.adapter.in.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What stands before samples in a WAV file that is written while its sound is made: as usual for
/// such files its lengths are the largest there are, which means that they are not known.
final class WavHeader {

    private static final int BYTES = 44;
    private static final int FORMAT_BYTES = 16;
    private static final short PCM = 1;
    private static final short CHANNELS = 1;
    private static final int LENGTH_UNKNOWN = -1;

    private WavHeader() {}

    /// Of one channel of signed 16 bits.
    static byte[] of(int sampleRate) {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(tag("RIFF"))
                .putInt(LENGTH_UNKNOWN)
                .put(tag("WAVE"))
                .put(tag("fmt "))
                .putInt(FORMAT_BYTES)
                .putShort(PCM)
                .putShort(CHANNELS)
                .putInt(sampleRate)
                .putInt(sampleRate * Short.BYTES)
                .putShort((short) Short.BYTES)
                .putShort((short) Short.SIZE)
                .put(tag("data"))
                .putInt(LENGTH_UNKNOWN)
                .array();
    }

    private static byte[] tag(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
