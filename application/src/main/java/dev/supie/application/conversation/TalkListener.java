package dev.supie.application.conversation;

/// Hears from one [Talk]. Told on any thread, never by two at a time; it returns at once.
public interface TalkListener {

    /// The badge is spoken to from now on (CON-3).
    void speaking();

    /// It is not any more.
    void quiet();

    /// The wearer has said goodbye, and that was answered.
    void leave();
}
