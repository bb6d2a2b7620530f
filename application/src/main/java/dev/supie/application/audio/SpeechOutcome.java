package dev.supie.application.audio;

import dev.supie.application.speaking.port.SynthesisResult;

import java.util.List;

/// What came of a text.
public sealed interface SpeechOutcome {

    /// All of it was handed on.
    record Spoken() implements SpeechOutcome {}

    /// There is nothing in it that could be said aloud.
    record Silent() implements SpeechOutcome {}

    /// Nobody of that name is here.
    ///
    /// @param known who is
    record UnknownModel(List<String> known) implements SpeechOutcome {
        public UnknownModel {
            known = List.copyOf(known);
        }
    }

    /// Nobody can be asked now.
    ///
    /// @param reason for people, one line
    record Unavailable(String reason) implements SpeechOutcome {}

    /// A part could not be said; those before it were handed on.
    ///
    /// @param message for people, one line
    record Failed(SynthesisResult.Code code, String message) implements SpeechOutcome {}
}
