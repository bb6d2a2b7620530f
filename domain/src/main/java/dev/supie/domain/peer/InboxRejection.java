package dev.supie.domain.peer;

/// Why the rules of an inbox say no.
public enum InboxRejection {

    /// As many messages wait as may (PEER-8).
    QUEUE_FULL,

    /// The message was too old before it was even taken in.
    TOO_OLD,

    /// It was about a connection that the badge does not have, or not any more (DUP-2).
    NOT_CONNECTED
}
