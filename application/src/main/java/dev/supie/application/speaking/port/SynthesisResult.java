package dev.supie.application.speaking.port;

/// How the making of a sentence's sound ended.
public sealed interface SynthesisResult {

    /// All of it was handed on.
    record Spoken() implements SynthesisResult {}

    /// There is none, or no more of it.
    ///
    /// @param message for people, one line, without secrets or what was to be said
    record Failed(Code code, String message) implements SynthesisResult {}

    /// It was [Synthesis#cancel]led.
    record Cancelled() implements SynthesisResult {}

    /// Why there is no sound.
    enum Code {
        /// It does not know the language.
        UNSUPPORTED_LANGUAGE,
        /// It has too much to do.
        BUSY,
        /// It took too long.
        TIMEOUT,
        /// It is not there: a program is missing, a service refuses or cannot be reached.
        UNAVAILABLE,
        /// It went wrong: sound that makes no sense, a bug.
        BROKEN
    }
}
