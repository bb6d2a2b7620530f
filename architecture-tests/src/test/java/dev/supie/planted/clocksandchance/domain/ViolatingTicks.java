package dev.supie.planted.clocksandchance.domain;

/// Reads the other clock.
final class ViolatingTicks {

    long ticks() {
        return System.nanoTime();
    }
}
