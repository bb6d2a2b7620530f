package dev.supie.application.runtime;

import java.time.Instant;

/// Wakes somebody at a moment; together with `InstantSource` the only access to time.
///
/// Actions run one after the other on a thread that all alarms share, so an action must not block:
/// it hands its work on. An alarm may fire late, and a cancelled one may still fire if it was
/// already under way; whoever is woken checks the time itself.
public interface Alarms {

    /// Runs `action` once, at `due` or as soon after it as possible.
    Alarm at(Instant due, Runnable action);

    /// A set alarm.
    interface Alarm {

        /// Forgets the alarm; harmless if it has already fired.
        void cancel();
    }
}
