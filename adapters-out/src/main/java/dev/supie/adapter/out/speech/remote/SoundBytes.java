package dev.supie.adapter.out.speech.remote;

import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionStream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// The sound of one utterance as services want it: 16 bits a sample, the low byte first. Takes
/// [RecognitionStream#AUDIO_MAX], and nothing beyond it. Not safe for use by many threads.
final class SoundBytes {

    /// 1.92 MB; services take 25 MiB.
    static final int BYTES_MAX = PcmFrame.samplesIn(RecognitionStream.AUDIO_MAX) * Short.BYTES;

    /// What is never louder than this (-60 dB) is not sent: there are no words in it, and some
    /// models write some all the same.
    static final int QUIET_MAX = 32;

    static final int WAV_HEADER_BYTES = 44;

    private static final int BYTES_FIRST = 64 * 1024;
    private static final short PCM = 1;
    private static final short CHANNELS = 1;

    private byte[] bytes = new byte[0];
    private int length;
    private int loudest;

    void add(PcmFrame frame) {
        int count = Math.min(frame.length(), (BYTES_MAX - length) / Short.BYTES);
        int needed = length + count * Short.BYTES;
        if (needed > bytes.length) {
            int larger = Math.max(needed, Math.max(BYTES_FIRST, bytes.length * 2));
            bytes = Arrays.copyOf(bytes, Math.min(larger, BYTES_MAX));
        }
        for (int index = 0; index < count; index++) {
            short sample = frame.sample(index);
            loudest = Math.max(loudest, Math.abs(sample));
            bytes[length++] = (byte) sample;
            bytes[length++] = (byte) (sample >> Byte.SIZE);
        }
    }

    int length() {
        return length;
    }

    Duration duration() {
        return Duration.ofMillis(length / Short.BYTES * 1_000L / PcmFrame.SAMPLE_RATE);
    }

    boolean isQuiet() {
        return loudest <= QUIET_MAX;
    }

    /// A copy of so many bytes, filled up with silence where there are not as many.
    ByteBuffer piece(int from, int count) {
        byte[] piece = new byte[count];
        System.arraycopy(bytes, from, piece, 0, Math.min(count, length - from));
        return ByteBuffer.wrap(piece);
    }

    /// All of it as a WAV file.
    byte[] wav() {
        ByteBuffer file =
                ByteBuffer.allocate(WAV_HEADER_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(WAV_HEADER_BYTES - 8 + length).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort(PCM).putShort(CHANNELS);
        file.putInt(PcmFrame.SAMPLE_RATE).putInt(PcmFrame.SAMPLE_RATE * Short.BYTES);
        file.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
        file.put(ascii("data")).putInt(length).put(bytes, 0, length);
        return file.array();
    }

    /// Gives back the memory.
    void clear() {
        bytes = new byte[0];
        length = 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
