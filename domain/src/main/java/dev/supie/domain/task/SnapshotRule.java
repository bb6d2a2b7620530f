package dev.supie.domain.task;

import java.time.Duration;
import java.time.Instant;

/// WF-7: when a connection is sent the list although nothing has changed.
///
/// What it skips is no loss: the connection has been sent the list a moment ago, and every change
/// since.
public final class SnapshotRule {

    /// Of those that nobody asked for, never two within this.
    public static final Duration SPACING = Duration.ofMillis(1500);

    private SnapshotRule() {}

    /// Whether one is due.
    ///
    /// @param last when the connection was sent the last one; [Instant#MIN] if never
    public static boolean isDue(Instant last, Instant now) {
        return last.equals(Instant.MIN) || !now.isBefore(last.plus(SPACING));
    }
}
