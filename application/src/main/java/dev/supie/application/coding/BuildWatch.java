package dev.supie.application.coding;

import dev.supie.domain.coding.LogLevel;

/// Watches what one connection tells of its builds (COD-1).
///
/// Safe for use by many threads; no call waits for anything. What is told is handled in the order
/// of the calls, on threads of its own (MSG-9). A call is false, and nothing is done, if too much
/// waits already ([dev.supie.application.runtime.Lane#WAITING_MAX]) or the watch is closed.
public interface BuildWatch {

    /// A run begins; what was there of an older one is forgotten.
    ///
    /// @param demo whether the sample stream is played in it
    boolean start(boolean demo);

    /// The run ends; its summary comes within 2 s. Without a run, nothing is done.
    boolean stop();

    /// What was taken so far is forgotten.
    boolean clear();

    /// A part of the build begins; both may be empty.
    boolean phase(String name, String text);

    /// A step of the build begins; both may be empty.
    boolean step(String name, String text);

    /// Lines of the log.
    boolean log(LogLevel level, String text);

    /// Coding mode begins anew: nothing is there, and nothing of before is told any more (MODE-4).
    void reset();

    /// The connection has ended; nothing more is told, and no model works for it (CON-4).
    void close();
}
