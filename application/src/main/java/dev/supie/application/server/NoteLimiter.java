package dev.supie.application.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Holds notes of failures to [#NOTED_MAX] in each [#WINDOW], so that guessing from many addresses
/// does not fill a disk; the log has the others. Safe for use by many threads.
final class NoteLimiter {

    static final int NOTED_MAX = 100;

    static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource time;
    private Instant end = Instant.MIN;
    private int noted;

    NoteLimiter(InstantSource time) {
        this.time = time;
    }

    /// Whether one more may be noted; if so it counts.
    synchronized boolean admits() {
        Instant now = time.instant();
        if (!now.isBefore(end)) {
            end = now.plus(WINDOW);
            noted = 0;
        }
        if (noted == NOTED_MAX) {
            return false;
        }
        noted++;
        return true;
    }
}
