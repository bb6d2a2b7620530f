package dev.supie.application.meeting;

import dev.supie.application.connection.port.Attending;

import java.time.Duration;
import java.util.Optional;

/// What came of wanting to be in a meeting.
public sealed interface Entry {

    /// A new meeting of its own, and nobody else in it.
    Entry STARTED = new Entered(false, Optional.empty());

    /// The badge takes part.
    ///
    /// @param resumed whether it was in this meeting before and had been cut off
    /// @param attending what it is told of a meeting in which it is not alone
    record Entered(boolean resumed, Optional<Attending> attending) implements Entry {}

    /// It has tried too often with what was wrong.
    record Limited(Duration retryAfter) implements Entry {}

    record Refused(Reason reason) implements Entry {}

    /// Why not; nothing was done.
    enum Reason {
        /// A newer connection has taken over, or this one has ended.
        REPLACED,
        BUSY,
        /// The store failed; it is unknown whether it was done.
        FAILED,
        /// There is no such meeting, or it is none of this badge's business: which of the two, is
        /// not said.
        UNKNOWN,
        /// As many badges have joined as may.
        FULL,
        /// The badge takes part in another meeting.
        ELSEWHERE,
        /// Only the badge that has started a meeting invites others to it.
        NOT_YOURS
    }
}
