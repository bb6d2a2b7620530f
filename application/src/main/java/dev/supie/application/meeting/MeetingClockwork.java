package dev.supie.application.meeting;

import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Wakeup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Time, and threads other than the caller's, for meetings.
record MeetingClockwork(Alarms alarms, InstantSource time, Executor background) {

    Instant now() {
        return time.instant();
    }

    /// An alarm whose action runs in the background, because alarm threads must not block.
    Wakeup wakeup(Runnable action) {
        return new Wakeup(alarms, () -> background.execute(action));
    }

    void after(Duration delay, Runnable action) {
        alarms.at(now().plus(delay), () -> background.execute(action));
    }
}
