package dev.supie.adapter.out.llm;

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
final class TestSurroundings {

    static final Instant START = Requests.AT;
    static final String NONCE = "0123456789abcdef";

    private final AtomicLong skippedNanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    Surroundings surroundings() {
        InstantSource clock = () -> START.plusNanos(skippedNanos.get());
        return new Surroundings(
                clock,
                () -> System.nanoTime() + skippedNanos.get(),
                time -> {
                    pauses.add(time);
                    skip(time);
                },
                () -> 0,
                () -> NONCE);
    }

    void skip(Duration time) {
        skippedNanos.addAndGet(time.toNanos());
    }

    List<Duration> pauses() {
        return new ArrayList<>(pauses);
    }
}
