package dev.supie.adapter.out.speech;

import dev.supie.application.audio.port.FileContent;
import dev.supie.application.audio.port.SoundFiles;
import dev.supie.application.speech.port.PcmFrame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Recordings that somebody sends: WAV without compression, or Ogg with Opus in it, told apart by
/// what they begin with and not by a name.
public final class UploadedSound implements SoundFiles {

    /// Bringing sound to another rate makes it a little longer.
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    @Override
    public FileContent read(byte[] file, Duration atMost) {
        return read(new ByteArrayInputStream(file), atMost);
    }

    /// As the other, and reads little beyond the limit; of a stream that can go back.
    static FileContent read(InputStream file, Duration atMost) {
        Bounded sound = new Bounded(PcmFrame.samplesIn(atMost.plus(TOLERANCE)));
        try {
            SoundFile.read(file, sound::add);
        } catch (EnoughException _) {
            return new FileContent.TooLong();
        } catch (IOException failure) {
            return new FileContent.Unreadable(String.valueOf(failure.getMessage()));
        }
        return sound.samples == 0
                ? new FileContent.Unreadable("there is no sound in the file")
                : new FileContent.Sound(sound.pieces);
    }

    /// Sound up to a length.
    private static final class Bounded {

        private final List<PcmFrame> pieces = new ArrayList<>();
        private final int samplesMax;
        private int samples;

        Bounded(int samplesMax) {
            this.samplesMax = samplesMax;
        }

        void add(PcmFrame piece) {
            samples += piece.length();
            if (samples > samplesMax) {
                throw new EnoughException();
            }
            pieces.add(piece);
        }
    }

    /// Ends the reading of a file: a few bytes of Opus can be hours of silence.
    private static final class EnoughException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("the recording is too long", null, false, false);
        }
    }
}
