package dev.supie.domain.meeting;

import dev.supie.domain.kernel.SessionId;

import java.time.Instant;

/// Whether the badge of a meeting is there. A meeting outlives its connection (MTG-9).
public sealed interface Attachment {

    /// The badge takes part through this connection; writes of any other are refused (DUP-2).
    record Attached(SessionId session) implements Attachment {}

    /// The badge is gone; the resume window runs from `since`.
    record Away(Instant since) implements Attachment {}

    default boolean isBy(SessionId session) {
        return this instanceof Attached attached && attached.session().equals(session);
    }
}
