package dev.supie.application.runtime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// The one alarm of something that has a deadline. Not safe for use by many threads: it belongs to
/// whoever has the turn.
///
/// A later deadline leaves the earlier alarm in place, because an early wake-up is harmless and
/// deadlines move with every message: so a busy badge costs no alarm traffic at all.
public final class Wakeup {

    private final Alarms alarms;
    private final Runnable action;
    private @Nullable Instant setFor;
    private Alarms.@Nullable Alarm alarm;

    public Wakeup(Alarms alarms, Runnable action) {
        this.alarms = alarms;
        this.action = action;
    }

    /// Makes sure that the action runs at `deadline` or earlier.
    public void by(Optional<Instant> deadline) {
        if (deadline.isEmpty()) {
            cancel();
            return;
        }
        Instant due = deadline.get();
        if (setFor != null && !setFor.isAfter(due)) {
            return;
        }
        cancel();
        setFor = due;
        alarm = alarms.at(due, action);
    }

    /// To be called first thing when the alarm has fired; the next [#by] sets a new one.
    ///
    /// Others may have had the turn since it fired and have set another alarm, which would be out
    /// of reach if it were only forgotten.
    public void fired() {
        cancel();
    }

    public void cancel() {
        if (alarm != null) {
            alarm.cancel();
        }
        setFor = null;
        alarm = null;
    }
}
