package dev.supie.application.audio;

import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.RecognitionEvent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of a recording.
public sealed interface TranscriptionOutcome {

    /// It was understood.
    ///
    /// @param text empty if there are no words in it
    /// @param language the one that was heard, if whoever heard it can tell
    /// @param length of the recording
    /// @param from where the words begin
    /// @param to where they end
    record Transcribed(
            String text,
            Optional<LanguageTag> language,
            Duration length,
            Duration from,
            Duration to)
            implements TranscriptionOutcome {}

    /// The file is no sound that we know, or has none in it.
    record Unreadable(String reason) implements TranscriptionOutcome {}

    /// It lasts longer than [Transcriptions#SOUND_MAX].
    record TooLong() implements TranscriptionOutcome {}

    /// Nobody of that name is here.
    ///
    /// @param known who is
    record UnknownModel(List<String> known) implements TranscriptionOutcome {
        public UnknownModel {
            known = List.copyOf(known);
        }
    }

    /// Nobody can be asked now.
    ///
    /// @param reason for people, one line
    record Unavailable(String reason) implements TranscriptionOutcome {}

    /// Whoever was asked last has failed.
    ///
    /// @param message for people, one line
    record Failed(RecognitionEvent.Code code, String message) implements TranscriptionOutcome {}
}
