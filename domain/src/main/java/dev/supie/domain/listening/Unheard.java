package dev.supie.domain.listening;

/// Why a piece of speech has no text.
public enum Unheard {
    /// Nobody knows the language.
    UNSUPPORTED_LANGUAGE,
    /// There is too much to do.
    BUSY,
    /// There was no answer in time.
    TIMEOUT,
    /// Nobody is there who could do it.
    UNAVAILABLE,
    /// Something went wrong.
    BROKEN
}
