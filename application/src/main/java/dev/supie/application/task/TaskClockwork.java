package dev.supie.application.task;

import dev.supie.application.runtime.Alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Time, and threads other than the caller's, for tasks.
record TaskClockwork(Alarms alarms, InstantSource time, Executor background) {

    Instant now() {
        return time.instant();
    }

    void after(Duration delay, Runnable action) {
        alarms.at(now().plus(delay), () -> background.execute(action));
    }
}
