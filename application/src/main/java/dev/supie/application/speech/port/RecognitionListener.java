package dev.supie.application.speech.port;

/// Hears from one [RecognitionStream].
///
/// Called from any thread, also from inside a call on the stream, but never by two at a time. It
/// returns at once: it only hands on what it was told.
@FunctionalInterface
public interface RecognitionListener {

    void on(RecognitionEvent event);
}
