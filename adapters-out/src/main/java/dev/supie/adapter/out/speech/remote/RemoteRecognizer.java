package dev.supie.adapter.out.speech.remote;

import dev.supie.application.speech.port.Recognizer;

/// A recognizer that holds connections to somewhere.
interface RemoteRecognizer extends Recognizer, AutoCloseable {

    /// Gives them back; what is under way fails.
    @Override
    void close();
}
