package dev.supie.adapter.in.websocket;

import dev.supie.application.runtime.Alarms.Alarm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// Something that may begin and end many times but must not last longer than its limit; safe for
/// any thread.
///
/// Ending does not cancel the alarm: it looks again when it fires. So a busy connection sets one
/// alarm per limit instead of one per write, and an early or late alarm does no harm.
final class Deadline {

    private final Timers timers;
    private final Duration limit;
    private final Runnable expired;
    private @Nullable Instant due;
    private @Nullable Alarm alarm;
    private boolean stopped;

    Deadline(Timers timers, Duration limit, Runnable expired) {
        this.timers = timers;
        this.limit = limit;
        this.expired = expired;
    }

    /// Starts the clock, unless it runs already.
    synchronized void begin() {
        if (due != null || stopped) {
            return;
        }
        Instant newDue = timers.now().plus(limit);
        due = newDue;
        if (alarm == null) {
            alarm = timers.at(newDue, this::check);
        }
    }

    synchronized void end() {
        due = null;
    }

    /// Ends it for good and lets go of the alarm.
    synchronized void stop() {
        stopped = true;
        due = null;
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void check() {
        if (isOver()) {
            expired.run();
        }
    }

    private synchronized boolean isOver() {
        alarm = null;
        Instant currentDue = due;
        if (currentDue == null) {
            return false;
        }
        if (timers.now().isBefore(currentDue)) {
            alarm = timers.at(currentDue, this::check);
            return false;
        }
        due = null;
        return true;
    }
}
