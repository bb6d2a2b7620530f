package dev.supie.domain.peer;

/// Why the rules of an envelope say no.
public enum EnvelopeRejection {

    /// It has no place in the inbox yet.
    NOT_QUEUED,

    /// It has one already.
    ALREADY_QUEUED,

    /// It is on its way, where nobody can get it back from.
    IN_FLIGHT,

    /// It was never sent, so nobody can have it.
    NEVER_SENT,

    /// It is over.
    SETTLED
}
