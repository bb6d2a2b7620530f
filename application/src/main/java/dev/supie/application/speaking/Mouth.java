package dev.supie.application.speaking;

/// The mouth of one connection. Any thread may call; nothing blocks.
public interface Mouth extends AutoCloseable {

    /// Begins an answer; one that is still being spoken is silenced first. `tts start` goes out
    /// with the first sentence (CHAT-1).
    Answer begin(AnswerListener listener);

    /// LIS-7, T22: no further audio after this returns, and `tts stop` to the badge if it was told
    /// `tts start`; else nothing. Whoever listens to the answer hears `silenced`.
    void silence();

    /// With the connection: nothing is said any more.
    @Override
    void close();
}
