package dev.supie.application.speaking.port;

import dev.supie.application.speech.port.LanguageTag;

import java.time.Duration;

/// What is to be said.
///
/// @param text one sentence without control characters; text in it is never anything else, such as
///   markup or an option
/// @param language what it is in, as far as that is known
/// @param within how long all of it may take; a synthesizer that is not done by then fails with
///   [SynthesisResult.Code#TIMEOUT]
public record SynthesisRequest(String text, LanguageTag language, Duration within) {

    /// No sentence is longer.
    public static final int CHARS_MAX = 1_000;

    public SynthesisRequest {
        if (text.isBlank() || text.length() > CHARS_MAX) {
            throw new IllegalArgumentException("a sentence has 1 to " + CHARS_MAX + " characters");
        }
    }
}
