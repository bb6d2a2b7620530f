package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Somebody's recording: WAV with 16 bits a sample and any rate, or Ogg with Opus in it.
public final class SoundFile {

    /// A larger file does not fit into memory several times over.
    static final long BYTES_MAX = 512L * 1024 * 1024;

    private static final int OPUS_RATE = 48_000;

    private SoundFile() {}

    /// The sound, one channel.
    ///
    /// @throws IOException with a message for people if it cannot be read
    public static PcmFrame read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException("there is no such file");
        }
        if (Files.size(path) > BYTES_MAX) {
            throw new IOException("the file is larger than " + (BYTES_MAX >> 20) + " MiB");
        }
        byte[] bytes = Files.readAllBytes(path);
        return bytes.length > 0 && bytes[0] == 'O' ? ofOgg(bytes) : WavSound.read(bytes);
    }

    private static PcmFrame ofOgg(byte[] bytes) throws IOException {
        OggPackets ogg = OggPackets.read(bytes);
        SampleBuffer all = new SampleBuffer();
        try (PacketDecoder decoder = new OpusPacketDecoder(UplinkFormat.USUAL)) {
            for (byte[] packet : ogg.packets()) {
                switch (decoder.decode(packet)) {
                    case Decoded.Audio(PcmFrame frame) -> add(all, frame);
                    case Decoded.Damaged _ -> decoder.reset();
                }
            }
        }
        all.drop(Math.min(all.length(), ogg.skip() * PcmFrame.SAMPLE_RATE / OPUS_RATE));
        return all.first(all.length());
    }

    private static void add(SampleBuffer all, PcmFrame frame) {
        short[] samples = new short[frame.length()];
        frame.copyTo(samples, 0);
        all.add(samples, 0, samples.length);
    }
}
