package dev.supie.adapter.in.websocket;

import dev.supie.application.runtime.Alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Time that moves only when told to; safe for any thread. Alarms run on the thread that moves it.
final class ManualTime implements InstantSource, Alarms {

    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final List<Pending> pending = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");

    private record Pending(Instant due, Runnable action) {}

    Timers timers() {
        return new Timers(this, this);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Alarm at(Instant due, Runnable action) {
        Pending alarm = new Pending(due, action);
        pending.add(alarm);
        notifyAll();
        return () -> forget(alarm);
    }

    synchronized int alarmsSet() {
        return pending.size();
    }

    /// Waits, at most 10 s, until some thread has set an alarm.
    synchronized void awaitAlarm() throws InterruptedException {
        long giveUp = System.nanoTime() + WAIT_MAX.toNanos();
        while (pending.isEmpty() && System.nanoTime() < giveUp) {
            wait(WAIT_MAX.toMillis());
        }
        if (pending.isEmpty()) {
            throw new AssertionError("no alarm was set");
        }
    }

    void advance(Duration duration) {
        synchronized (this) {
            now = now.plus(duration);
        }
        Optional<Pending> due = takeDue();
        while (due.isPresent()) {
            due.get().action().run();
            due = takeDue();
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
