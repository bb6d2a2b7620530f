package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.util.function.BooleanSupplier;

/// A loaded model that turns sound into text. Safe for use by many threads, each of which it keeps
/// until it is done.
interface SpeechModel extends AutoCloseable {

    /// The name it has in results.
    String name();

    /// The words in the sound, with case and punctuation; empty if there are none.
    ///
    /// @param wanted looked at before every word; once it is false the rest is not done
    String transcribe(PcmFrame sound, BooleanSupplier wanted);

    /// Gives back its memory; it must not be running.
    @Override
    void close();
}
