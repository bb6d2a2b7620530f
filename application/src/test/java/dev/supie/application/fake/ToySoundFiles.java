package dev.supie.application.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.application.audio.port.FileContent;
import dev.supie.application.audio.port.SoundFiles;
import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;
import java.util.List;

/// Files of [ToySpeech]: the text itself, a letter lasting 60 ms. What begins with `?` is no sound.
public final class ToySoundFiles implements SoundFiles {

    private static final Duration LETTER = Duration.ofMillis(60);

    @Override
    public FileContent read(byte[] file, Duration atMost) {
        String text = new String(file, UTF_8);
        if (text.isEmpty() || text.startsWith("?")) {
            return new FileContent.Unreadable("neither a WAV file nor an Ogg file");
        }
        PcmFrame sound = ToySpeech.sound(text, LETTER);
        return sound.duration().compareTo(atMost) > 0
                ? new FileContent.TooLong()
                : new FileContent.Sound(List.of(sound));
    }
}
