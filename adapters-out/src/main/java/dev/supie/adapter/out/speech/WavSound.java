package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a WAV file piece by piece: whole numbers of 8 to 32 bits or fractions, any rate, mixed
/// down to one channel and brought to the wanted rate. Never holds more than a tenth of a second.
public final class WavSound {

    private static final int RATE_MIN = 4_000;
    private static final int RATE_MAX = 192_000;
    private static final int CHANNELS_MAX = 32;

    /// What a header of any version of the format has at most.
    private static final int FORMAT_BYTES_MAX = 40;

    private static final int FORMAT_BYTES_MIN = 16;
    private static final int PCM = 1;
    private static final int FRACTIONS = 3;

    /// Says that the real kind stands further behind, where newer programs write it.
    private static final int EXTENSIBLE = 0xfffe;

    private static final int KIND_AT = 24;
    private static final int TAG_BYTES = 4;
    private static final long LENGTH_MASK = 0xffff_ffffL;

    private final InputStream in;
    private final int rate;
    private final Consumer<short[]> sound;

    private WavSound(InputStream in, int rate, Consumer<short[]> sound) {
        this.in = in;
        this.rate = rate;
        this.sound = sound;
    }

    private record Format(SampleFormat samples, int channels, int rate) {
        int bytes() {
            return samples.bytes() * channels;
        }
    }

    /// At our rate for hearing.
    ///
    /// @throws IOException with a message for people if it is not such a file
    static void read(InputStream in, Consumer<PcmFrame> sound) throws IOException {
        read(
                in,
                PcmFrame.SAMPLE_RATE,
                samples -> sound.accept(PcmFrame.of(samples, samples.length)));
    }

    /// @param rate samples a second that are wanted
    /// @throws IOException with a message for people if it is not such a file
    public static void read(InputStream in, int rate, Consumer<short[]> sound) throws IOException {
        try {
            new WavSound(in, rate, sound).read();
        } catch (EOFException cut) {
            throw new IOException("the WAV file is cut off", cut);
        }
    }

    private void read() throws IOException {
        boolean riff = tag().equals("RIFF");
        next(Integer.BYTES);
        if (!riff || !tag().equals("WAVE")) {
            throw new IOException("not a WAV file");
        }
        Optional<Format> format = Optional.empty();
        for (String tag = tag(); !tag.equals("data"); tag = tag()) {
            long length = length();
            long padded = length + (length & 1);
            if (tag.equals("fmt ")) {
                int read = (int) Math.min(padded, FORMAT_BYTES_MAX);
                format = Optional.of(format(next(read), read));
                padded -= read;
            }
            in.skipNBytes(padded);
        }
        long length = length();
        play(
                format.orElseThrow(
                        () -> new IOException("the WAV file does not say what its samples are")),
                length);
    }

    private static Format format(ByteBuffer bytes, int length) throws IOException {
        if (length < FORMAT_BYTES_MIN) {
            throw new IOException("the WAV file does not say what its samples are");
        }
        int kind = bytes.getShort() & 0xffff;
        int channels = bytes.getShort() & 0xffff;
        int rate = bytes.getInt();
        bytes.position(bytes.position() + Integer.BYTES + Short.BYTES);
        int bits = bytes.getShort() & 0xffff;
        if (kind == EXTENSIBLE && length > KIND_AT + 1) {
            kind = bytes.getShort(KIND_AT) & 0xffff;
        }
        if (channels < 1 || channels > CHANNELS_MAX || rate < RATE_MIN || rate > RATE_MAX) {
            throw SoundFile.foreign(
                    "the WAV file has "
                            + channels
                            + " channels with "
                            + rate
                            + " samples a second; 1 to 32 with 4000 to 192000 can be read");
        }
        return new Format(samples(kind, bits), channels, rate);
    }

    private static SampleFormat samples(int kind, int bits) throws IOException {
        Optional<SampleFormat> samples =
                kind == PCM || kind == FRACTIONS
                        ? SampleFormat.of(kind == FRACTIONS, bits)
                        : Optional.empty();
        return samples.orElseThrow(
                () ->
                        SoundFile.foreign(
                                "the WAV file is compressed or of a rare kind (format "
                                        + kind
                                        + ", "
                                        + bits
                                        + " bits)"));
    }

    /// A file that was still being written says a wrong length; what is there counts.
    private void play(Format format, long length) throws IOException {
        boolean resamples = format.rate() != rate;
        Resampler resampler = new Resampler(format.rate(), rate);
        int piece = format.bytes() * (format.rate() / 10);
        long left = length;
        while (left > 0) {
            byte[] bytes = in.readNBytes((int) Math.min(left, piece));
            short[] mixed = mixed(ByteBuffer.wrap(bytes), format);
            sound.accept(resamples ? resampler.add(mixed) : mixed);
            left = bytes.length < Math.min(left, piece) ? 0 : left - bytes.length;
        }
        if (resamples) {
            sound.accept(resampler.finish());
        }
    }

    private static short[] mixed(ByteBuffer bytes, Format format) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        short[] mixed = new short[bytes.remaining() / format.bytes()];
        for (int index = 0; index < mixed.length; index++) {
            int sum = 0;
            for (int channel = 0; channel < format.channels(); channel++) {
                sum += format.samples().next(bytes);
            }
            mixed[index] = (short) (sum / format.channels());
        }
        return mixed;
    }

    private String tag() throws IOException {
        return new String(next(TAG_BYTES).array(), StandardCharsets.US_ASCII);
    }

    private long length() throws IOException {
        return next(Integer.BYTES).getInt() & LENGTH_MASK;
    }

    private ByteBuffer next(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
