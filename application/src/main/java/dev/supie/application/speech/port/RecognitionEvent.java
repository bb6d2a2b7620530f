package dev.supie.application.speech.port;

import java.time.Duration;
import java.util.Optional;

/// What a recognizer says of one utterance: any number of [Partial], then exactly one [Terminal]
/// and nothing after it. Before [RecognitionStream#finish] the only terminal event is [Failed].
public sealed interface RecognitionEvent {

    /// The last event of a stream.
    sealed interface Terminal extends RecognitionEvent {}

    /// What it has understood so far.
    ///
    /// @param text replaces that of the partial before it; never an addition to it
    record Partial(String text) implements RecognitionEvent {}

    /// What was said.
    ///
    /// @param text empty if there were no words, which is a normal result
    /// @param language the one it heard, if it can tell
    /// @param provider the [Recognizer#name] of who recognized it
    /// @param model the [Recognizer#model] that really did
    /// @param from where the words begin, counted from the first sound pushed
    /// @param to where they end
    record Final(
            String text,
            Optional<LanguageTag> language,
            String provider,
            String model,
            Duration from,
            Duration to)
            implements Terminal {}

    /// There will be no text.
    ///
    /// @param retryable whether the same sound may succeed there a little later
    /// @param message for people, one line, without secrets or speech in it
    record Failed(Code code, boolean retryable, String message) implements Terminal {}

    /// Why there is no text.
    enum Code {
        /// It does not know the language that was asked for.
        UNSUPPORTED_LANGUAGE,
        /// It has too much to do.
        BUSY,
        /// There was no answer in time.
        TIMEOUT,
        /// It is not there: a model is missing, a service refuses or cannot be reached.
        UNAVAILABLE,
        /// It went wrong: an answer that makes no sense, a bug.
        BROKEN
    }
}
