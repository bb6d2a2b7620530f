package dev.supie.planted.clocksandchance.domain;

import java.time.Instant;
import java.util.function.Supplier;

/// Reads the clock by a method reference.
final class ViolatingClock {

    Supplier<Instant> clock = Instant::now;
}
