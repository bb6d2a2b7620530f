package dev.supie.bootstrap.server;

import java.time.Instant;
import java.time.InstantSource;

/// The time of day when the process began, and from there on only forwards at one speed.
///
/// Idle limits, push clocks and resume windows measure how long something took. A machine whose
/// clock is set, as small boxes do when they reach the network, must not cut off every badge.
final class SteadyClock implements InstantSource {

    private final Instant begin = Instant.now();
    private final long beginNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return begin.plusNanos(System.nanoTime() - beginNanos);
    }
}
