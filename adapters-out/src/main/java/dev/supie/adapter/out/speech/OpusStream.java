package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Opus in an Ogg file with one stream (RFC 7845).
final class OpusStream {

    private static final int OPUS_RATE = 48_000;
    private static final int SKIP_AT = 10;
    private static final int FAMILY_AT = 18;
    private static final int HEAD_BYTES_MIN = 19;

    private final OggReader packets;

    /// How many samples at 48 kHz the encoder put before the sound.
    private final int skip;

    private OpusStream(OggReader packets, int skip) {
        this.packets = packets;
        this.skip = skip;
    }

    /// Reads the head and passes over the comments.
    ///
    /// @throws IOException with a message for people if it is not such a file
    static OpusStream open(OggReader packets) throws IOException {
        byte[] head = packets.next().orElse(new byte[0]);
        if (!isHead(head)) {
            throw SoundFile.foreign("the Ogg file has something else than Opus in it");
        }
        if (head[FAMILY_AT] != 0) {
            throw SoundFile.foreign("the Ogg file has more than two channels");
        }
        packets.next();
        int skip = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(SKIP_AT) & 0xffff;
        return new OpusStream(packets, skip);
    }

    private static boolean isHead(byte[] packet) {
        return packet.length >= HEAD_BYTES_MIN
                && new String(packet, 0, 8, StandardCharsets.US_ASCII).equals("OpusHead");
    }

    /// The next packet of sound; none at the end.
    Optional<byte[]> next() throws IOException {
        return packets.next();
    }

    /// Decodes all of it. What is damaged is missing.
    ///
    /// @throws IOException with a message for people, also if nothing can be decoded
    void play(Consumer<PcmFrame> sound) throws IOException {
        int skipped = skip * PcmFrame.SAMPLE_RATE / OPUS_RATE;
        boolean heard = false;
        try (PacketDecoder decoder = new OpusPacketDecoder(UplinkFormat.USUAL)) {
            for (Optional<byte[]> packet = next(); packet.isPresent(); packet = next()) {
                switch (decoder.decode(packet.get())) {
                    case Decoded.Audio(PcmFrame frame) -> {
                        heard = true;
                        int first = Math.min(skipped, frame.length());
                        skipped -= first;
                        sound.accept(from(first, frame));
                    }
                    case Decoded.Damaged _ -> decoder.reset();
                }
            }
        }
        if (!heard) {
            throw new IOException("the Ogg file has no sound that can be decoded");
        }
    }

    private static PcmFrame from(int first, PcmFrame frame) {
        if (first == 0) {
            return frame;
        }
        short[] samples = new short[frame.length()];
        frame.copyTo(samples, 0);
        short[] rest = Arrays.copyOfRange(samples, first, samples.length);
        return PcmFrame.of(rest, rest.length);
    }
}
