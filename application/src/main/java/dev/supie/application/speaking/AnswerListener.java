package dev.supie.application.speaking;

/// Hears how an answer goes: [#began] unless nothing was said, then exactly one of [#spoken] and
/// [#silenced], and nothing after it.
///
/// Told on any thread, never by two at a time, and never from inside a call on the [Answer] or its
/// [Mouth].
public interface AnswerListener {

    /// The badge was told that it is spoken to.
    void began();

    /// All was shown and played. Also of an answer without any sentence.
    void spoken();

    /// It was cut off, or the badge is gone.
    void silenced();
}
