package dev.supie.domain.meeting;

import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.Optional;

/// Whether a badge of a meeting is there. A meeting outlives its connections (MTG-9).
public sealed interface Attachment {

    /// The badge takes part through this connection; writes of any other are refused (DUP-2).
    record Attached(SessionId session) implements Attachment {}

    /// The badge is connected but takes no part: it has left, or come back without resuming. It
    /// hears nothing of the meeting until there are minutes.
    ///
    /// @param since when it took part last
    record Apart(SessionId session, Instant since) implements Attachment {}

    /// The badge is gone; the resume window runs from `since`.
    record Away(Instant since) implements Attachment {}

    default boolean isBy(SessionId session) {
        return this instanceof Attached attached && attached.session().equals(session);
    }

    /// The connection on which the badge is there; empty if it is not.
    default Optional<SessionId> reach() {
        return switch (this) {
            case Attached attached -> Optional.of(attached.session());
            case Apart apart -> Optional.of(apart.session());
            case Away _ -> Optional.empty();
        };
    }

    default boolean isReachedBy(SessionId session) {
        return reach().filter(session::equals).isPresent();
    }

    /// Since when the badge takes no part; empty if it does.
    default Optional<Instant> absentSince() {
        return switch (this) {
            case Attached _ -> Optional.empty();
            case Apart apart -> Optional.of(apart.since());
            case Away away -> Optional.of(away.since());
        };
    }

    /// After the end of a connection, which may be another one.
    default Attachment without(SessionId session, Instant now) {
        return isReachedBy(session) ? new Away(absentSince().orElse(now)) : this;
    }
}
