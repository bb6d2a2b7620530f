package dev.supie.application.speech.port;

/// Tells voice from everything else in the sound of one connection.
///
/// Not safe for use by many threads at once; calls may come from one thread after another. A call
/// computes for a small part of the time that the sound lasts, and never blocks or throws.
public interface VoiceDetector extends AutoCloseable {

    /// What there is at the end of this piece of sound, given all before it. Pieces may have any
    /// length, also one that does not fit what the detector works in.
    ///
    /// It begins as [Hearing#SILENCE] and has some inertia: more is needed to go from silence to
    /// voice than to stay there, so that it does not flutter within a word. It does not wait out a
    /// pause, though: how long a silence must last to end anything is decided elsewhere (LIS-5).
    Hearing hear(PcmFrame frame);

    /// Forgets everything heard so far.
    void reset();

    /// Gives back what it holds; repeating it is harmless.
    @Override
    void close();

    /// What there is to hear.
    enum Hearing {
        VOICE,
        SILENCE
    }
}
