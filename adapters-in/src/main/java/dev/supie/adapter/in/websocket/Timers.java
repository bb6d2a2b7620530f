package dev.supie.adapter.in.websocket;

import dev.supie.application.runtime.Alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time that connections live by: what the clock says, and being woken later.
record Timers(InstantSource clock, Alarms alarms) {

    Instant now() {
        return clock.instant();
    }

    Alarms.Alarm at(Instant due, Runnable action) {
        return alarms.at(due, action);
    }

    Deadline deadline(Duration limit, Runnable expired) {
        return new Deadline(this, limit, expired);
    }
}
