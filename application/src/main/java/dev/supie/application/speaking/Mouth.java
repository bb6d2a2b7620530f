package dev.supie.application.speaking;

import dev.supie.domain.connection.Mode;

/// The mouth of one connection. Any thread may call; nothing blocks.
public interface Mouth extends AutoCloseable {

    /// Begins an answer; one that is still being spoken is silenced first. `tts start` goes out
    /// with the first sentence (CHAT-1).
    ///
    /// @param mode of the badge: in some it is only shown what is said ([SpeakingSettings])
    Answer begin(AnswerListener listener, Mode mode);

    /// In chat.
    default Answer begin(AnswerListener listener) {
        return begin(listener, Mode.CHAT);
    }

    /// LIS-7, T22: no further audio after this returns, and `tts stop` to the badge if it was told
    /// `tts start`; else nothing. Whoever listens to the answer hears `silenced`.
    void silence();

    /// With the connection: nothing is said any more.
    @Override
    void close();
}
