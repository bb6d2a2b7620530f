package dev.supie.application.audio;

import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.RecognitionStream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Text of recordings. Safe for use by many threads, each of which waits for its text.
public interface Transcriptions {

    /// What can be understood at once.
    Duration SOUND_MAX = RecognitionStream.AUDIO_MAX;

    /// Names and models of those who could be asked, ready or not.
    List<String> models();

    /// Waits until the text is there, or nobody is left who could find it.
    TranscriptionOutcome transcribe(Question question);

    /// A recording to be understood.
    ///
    /// @param model who is to be asked, by its name or its model; empty for whoever is ready
    /// @param language empty if nobody knows
    @SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
    record Question(byte[] file, Optional<String> model, Optional<LanguageTag> language) {}
}
