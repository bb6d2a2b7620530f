package dev.supie.domain.listening;

import java.time.Instant;

/// The last thing a badge said about its listening, and when.
record Boundary(Kind kind, Instant at) {

    enum Kind {
        START,
        STOP,
        DETECT,
        /// Nothing that was said before counts any more.
        NONE
    }

    /// LIS-2: the same once more, so soon after it that it is an echo. Something else never is.
    boolean isEchoedBy(Kind next, Instant now) {
        return next == kind && now.isBefore(at.plus(PickupSettings.DEBOUNCE));
    }
}
