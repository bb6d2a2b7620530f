package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Somebody's recording of any length: WAV without compression, or Ogg with Opus in it.
public final class SoundFile {

    private static final int TAG_BYTES = 4;
    private static final int BUFFER_BYTES = 1 << 16;

    private SoundFile() {}

    /// Tells the sound, one channel, piece by piece and on the caller's thread.
    ///
    /// @throws IOException with a message for people if it cannot be read, maybe after some of it
    public static void read(Path path, Consumer<PcmFrame> sound) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("that is a folder");
        }
        if (!Files.exists(path)) {
            throw new IOException("there is no such file");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            read(in, sound);
        } catch (AccessDeniedException denied) {
            throw new IOException("you may not read it", denied);
        }
    }

    /// As the other; of a stream that can go back to its beginning.
    static void read(InputStream in, Consumer<PcmFrame> sound) throws IOException {
        in.mark(TAG_BYTES);
        String tag = new String(in.readNBytes(TAG_BYTES), StandardCharsets.US_ASCII);
        in.reset();
        switch (tag) {
            case "RIFF" -> WavSound.read(in, sound);
            case "OggS" -> OpusStream.open(new OggReader(in)).play(sound);
            case "" -> throw new IOException("the file is empty");
            default -> throw foreign("neither a WAV file nor an Ogg file");
        }
    }

    /// What to say of a file that is fine, but not for us.
    static IOException foreign(String what) {
        return new IOException(
                what + "; make a WAV file of it, for instance: ffmpeg -i RECORDING sound.wav");
    }
}
