package dev.supie.application.fake;

import dev.supie.application.runtime.Alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/// Time that only moves when a test says so; both the clock and the alarms. Due alarms fire in
/// order of their time, those of one moment in the order in which they were set.
public final class VirtualTime implements InstantSource, Alarms {

    private final TreeSet<Pending> pending =
            new TreeSet<>(Comparator.comparing(Pending::due).thenComparingLong(Pending::number));
    private Instant now;
    private long alarmsSet;

    public VirtualTime(Instant start) {
        this.now = start;
    }

    private record Pending(Instant due, long number, Runnable action) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Alarm at(Instant due, Runnable action) {
        alarmsSet++;
        Pending alarm = new Pending(due, alarmsSet, action);
        pending.add(alarm);
        return () -> pending.remove(alarm);
    }

    /// Moves time on and fires everything that becomes due on the way, each at its own moment.
    public void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (!pending.isEmpty() && !pending.first().due().isAfter(end)) {
            fireFirst();
        }
        now = end;
    }

    /// When the next alarm is due.
    public Optional<Instant> nextAlarm() {
        return pending.isEmpty() ? Optional.empty() : Optional.of(pending.first().due());
    }

    /// Moves time to the next alarm and fires it; false if there is none.
    public boolean fireNext() {
        if (pending.isEmpty()) {
            return false;
        }
        fireFirst();
        return true;
    }

    /// Moves the clock without firing anything, as if alarms were late.
    public void jump(Duration duration) {
        now = now.plus(duration);
    }

    /// Forgets every alarm, as a killed process does.
    public void forget() {
        pending.clear();
    }

    /// Alarms that are set.
    public int alarms() {
        return pending.size();
    }

    private void fireFirst() {
        Pending alarm = pending.removeFirst();
        if (alarm.due().isAfter(now)) {
            now = alarm.due();
        }
        alarm.action().run();
    }
}
