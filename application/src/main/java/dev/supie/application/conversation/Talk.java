package dev.supie.application.conversation;

import dev.supie.domain.connection.Mode;

/// The conversation of one connection.
///
/// Safe for use by many threads; no call waits for anything. What is told is handled in the order
/// of the calls, on threads of its own, so a slow model never holds up anything else (MSG-9).
public interface Talk extends AutoCloseable {

    /// Something was said, or typed; it is answered, and what was being answered is not any more.
    ///
    /// @param mode in which it was said; each may have a model of its own
    /// @return false, and nothing is done, if too much waits already or the talk is closed
    boolean said(String text, Mode mode);

    /// LIS-7: from when this returns there is no more sound; what was being answered is broken off.
    void abort();

    /// There is voice while the badge listens all the time: what is being spoken is broken off
    /// (CHAT-1, T21).
    void voiceHeard();

    /// Another mode has begun: as after an abort.
    void hush();

    /// The connection has ended: nothing is said any more, and no model works for it (CON-4). What
    /// is to be remembered is stored later.
    @Override
    void close();
}
