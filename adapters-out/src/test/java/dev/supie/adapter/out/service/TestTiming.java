package dev.supie.adapter.out.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Time that a test can move: a pause between attempts takes none, and is written down.
///
/// Deadlines run in real time plus what was skipped, because a test of a server that hangs has to
/// wait for the real socket.
public final class TestTiming {

    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final AtomicLong skippedNanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    public CallTiming timing() {
        InstantSource clock = () -> START.plusNanos(skippedNanos.get());
        return new CallTiming(
                clock,
                () -> System.nanoTime() + skippedNanos.get(),
                time -> {
                    pauses.add(time);
                    skip(time);
                },
                () -> 0);
    }

    public void skip(Duration time) {
        skippedNanos.addAndGet(time.toNanos());
    }

    public List<Duration> pauses() {
        return new ArrayList<>(pauses);
    }
}
