package dev.supie.application.audio;

import dev.supie.application.audio.port.SoundFiles;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Puts the audio feature together.
public final class AudioFeature {

    private AudioFeature() {}

    /// What transcribing needs from outside.
    ///
    /// @param recognizers asked in this order; may be empty
    /// @param within how long each of them has
    public record Ears(
            List<Recognizer> recognizers,
            SoundFiles files,
            Supplier<SessionId> freshSession,
            Duration within) {
        public Ears {
            recognizers = List.copyOf(recognizers);
        }
    }

    /// What speaking needs from outside.
    ///
    /// @param synthesizers asked in this order for each part of a text; may be empty
    /// @param workers where sound is made, and badges' sentences too, so programs wait their turn
    /// @param within how long each synthesizer has for a part
    public record Voices(List<Synthesizer> synthesizers, Workers workers, Duration within) {
        public Voices {
            synthesizers = List.copyOf(synthesizers);
        }
    }

    public static Transcriptions transcriptions(Ears ears) {
        return new TranscriptionService(ears);
    }

    public static Speeches speeches(Voices voices) {
        return new SpeechService(voices);
    }
}
