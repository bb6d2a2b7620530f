package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads WAV files with samples of 16 bits: mixed down to one channel and brought to our rate.
final class WavSound {

    private static final int PCM = 1;

    /// Says that the real format stands elsewhere in the header; with 16 bits that is PCM.
    private static final int EXTENSIBLE = 0xfffe;

    private static final int BITS = 16;
    private static final int TAG_BYTES = 4;

    private WavSound() {}

    /// @throws IOException with a message for people if it is not such a file
    static PcmFrame read(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (!tag(bytes).equals("RIFF")) {
                throw new IOException("not a WAV file");
            }
            bytes.getInt();
            if (!tag(bytes).equals("WAVE")) {
                throw new IOException("not a WAV file");
            }
            return chunks(bytes);
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new IOException("the WAV file is cut off", cut);
        }
    }

    private static PcmFrame chunks(ByteBuffer bytes) throws IOException {
        int channels = 0;
        int rate = 0;
        while (true) {
            String tag = tag(bytes);
            int length = bytes.getInt();
            if (tag.equals("data")) {
                return sound(bytes, length, channels, rate);
            }
            int next = Math.addExact(bytes.position(), length + (length & 1));
            if (tag.equals("fmt ")) {
                int format = bytes.getShort() & 0xffff;
                channels = bytes.getShort();
                rate = bytes.getInt();
                bytes.position(bytes.position() + Integer.BYTES + Short.BYTES);
                checkFormat(format, bytes.getShort());
            }
            bytes.position(next);
        }
    }

    private static void checkFormat(int format, int bits) throws IOException {
        if ((format != PCM && format != EXTENSIBLE) || bits != BITS) {
            throw new IOException("only WAV files with PCM samples of 16 bits can be read");
        }
    }

    /// A file that was still being written says a wrong length; what is there counts.
    private static PcmFrame sound(ByteBuffer bytes, int length, int channels, int rate)
            throws IOException {
        if (channels < 1 || rate < 1) {
            throw new IOException("the WAV file does not say what its samples are");
        }
        int there = length < 0 ? bytes.remaining() : Math.min(length, bytes.remaining());
        short[] samples = new short[there / Short.BYTES / channels];
        for (int index = 0; index < samples.length; index++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += bytes.getShort();
            }
            samples[index] = (short) (sum / channels);
        }
        short[] resampled = Resampler.resample(samples, rate);
        return PcmFrame.of(resampled, resampled.length);
    }

    private static String tag(ByteBuffer bytes) {
        byte[] tag = new byte[TAG_BYTES];
        bytes.get(tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }
}
