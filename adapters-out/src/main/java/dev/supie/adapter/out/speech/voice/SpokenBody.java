package dev.supie.adapter.out.speech.voice;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.speech.WavSound;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SoundSink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/// The sound of a reply, handed on as it comes. Bare samples were asked for; WAV is understood too,
/// and whatever else a service sends instead is refused by what it begins with, because it would be
/// noise.
final class SpokenBody {

    private static final int HEAD_BYTES = 4;

    /// A tenth of a second.
    private static final int PIECE_BYTES = DownlinkFormat.SAMPLE_RATE / 10 * Short.BYTES;

    private final InputStream body;

    SpokenBody(InputStream body) {
        this.body = body;
    }

    /// @throws CallFailure if it is no sound that we know
    /// @throws IOException if it breaks off
    void play(SoundSink sink) throws IOException, CallFailure {
        byte[] head = body.readNBytes(HEAD_BYTES);
        if (head.length == 0) {
            throw broken("the answer is empty");
        }
        String tag = new String(head, StandardCharsets.ISO_8859_1);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), body);
        if (tag.equals("RIFF")) {
            playWav(all, sink);
        } else {
            refuseOthers(tag, head);
            playSamples(all, sink);
        }
    }

    private static void playWav(InputStream wav, SoundSink sink) throws IOException, CallFailure {
        boolean[] begun = {false};
        try {
            WavSound.read(
                    wav,
                    DownlinkFormat.SAMPLE_RATE,
                    samples -> {
                        begun[0] = true;
                        sink.take(samples, samples.length);
                    });
        } catch (IOException failure) {
            if (begun[0]) {
                throw failure;
            }
            throw broken("the answer is a WAV file that cannot be read");
        }
    }

    private static void refuseOthers(String tag, byte[] head) throws CallFailure {
        if (tag.startsWith("ID3") || isMpeg(head)) {
            throw refused("MP3 or AAC");
        }
        switch (tag) {
            case "OggS" -> throw refused("Ogg");
            case "fLaC" -> throw refused("FLAC");
            default -> {
                if (tag.startsWith("{\"") || tag.startsWith("<")) {
                    throw refused("text");
                }
            }
        }
    }

    private static CallFailure refused(String what) {
        return broken(
                "the service sends "
                        + what
                        + " instead of samples (response_format pcm); it cannot be used");
    }

    private static CallFailure broken(String reason) {
        return new CallFailure.Permanent(CallFailure.Kind.BROKEN, reason);
    }

    /// Eleven bits that are set begin a frame of MPEG audio; but so may quiet samples, so the rest
    /// of its header must make sense as well.
    private static boolean isMpeg(byte[] head) {
        if (head.length < HEAD_BYTES || head[0] != (byte) 0xff || (head[1] & 0xe0) != 0xe0) {
            return false;
        }
        boolean aac = (head[1] & 0xf6) == 0xf0 && (head[2] & 0x3c) >> 2 < 13;
        int version = (head[1] & 0x18) >> 3;
        int layer = (head[1] & 0x06) >> 1;
        int bitrate = (head[2] & 0xf0) >> 4;
        int rate = (head[2] & 0x0c) >> 2;
        return aac || (version != 1 && layer == 1 && bitrate != 0 && bitrate != 15 && rate != 3);
    }

    private static void playSamples(InputStream in, SoundSink sink) throws IOException {
        byte[] bytes = new byte[PIECE_BYTES];
        short[] samples = new short[PIECE_BYTES / Short.BYTES];
        int held = 0;
        for (int read = in.read(bytes, held, bytes.length - held);
                read >= 0;
                read = in.read(bytes, held, bytes.length - held)) {
            int there = held + read;
            int count = there / Short.BYTES;
            for (int index = 0; index < count; index++) {
                int low = bytes[2 * index] & 0xff;
                samples[index] = (short) ((bytes[2 * index + 1] << Byte.SIZE) | low);
            }
            sink.take(samples, count);
            // Half a sample belongs to what comes next.
            held = there % Short.BYTES;
            if (held > 0) {
                bytes[0] = bytes[there - held];
            }
        }
    }
}
