package dev.supie.application.audio;

import dev.supie.application.speaking.port.SoundSink;

import java.util.List;
import java.util.Optional;

/// Sound of texts. Safe for use by many threads, each of which waits for its sound.
public interface Speeches {

    /// Names of those who could be asked, ready or not.
    List<String> models();

    /// Says a text part by part. The sink is called on this thread, with a whole part each time, so
    /// whoever takes its time there holds up nobody; what the sink throws ends the speech and comes
    /// back to the caller.
    SpeechOutcome speak(Question question, SoundSink sink);

    /// A text to be said.
    ///
    /// @param model who is to say it, by its name; empty for whoever is ready
    record Question(String text, Optional<String> model) {}
}
