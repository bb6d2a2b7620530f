package dev.supie.application.runtime;

import java.time.Duration;

/// How long to wait before the next try of something that keeps failing: [#FIRST], then twice as
/// long each time, never longer than [#LONGEST].
public final class Backoff {

    public static final Duration FIRST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofSeconds(30);

    /// Doubled so often, the wait is beyond the longest.
    private static final int DOUBLINGS_MAX = 5;

    private Backoff() {}

    /// @param failures so far without a success, at least 1
    public static Duration after(int failures) {
        int doublings = Math.min(Math.max(failures, 1) - 1, DOUBLINGS_MAX);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
