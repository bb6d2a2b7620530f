package dev.supie.adapter.in.badge;

import dev.supie.application.runtime.Alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Time that moves only when told to; safe for any thread. Alarms run on the thread that moves it.
final class TestTime implements InstantSource, Alarms {

    static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final List<Pending> pending = new ArrayList<>();
    private Instant now = START;

    private record Pending(Instant due, Runnable action) {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Alarm at(Instant due, Runnable action) {
        Pending alarm = new Pending(due, action);
        pending.add(alarm);
        return () -> forget(alarm);
    }

    void advance(Duration duration) {
        synchronized (this) {
            now = now.plus(duration);
        }
        for (Optional<Pending> due = takeDue(); due.isPresent(); due = takeDue()) {
            due.get().action().run();
        }
    }

    private synchronized Optional<Pending> takeDue() {
        Optional<Pending> due =
                pending.stream()
                        .filter(alarm -> !alarm.due().isAfter(now))
                        .min(Comparator.comparing(Pending::due));
        due.ifPresent(pending::remove);
        return due;
    }

    private synchronized void forget(Pending alarm) {
        pending.remove(alarm);
    }
}
