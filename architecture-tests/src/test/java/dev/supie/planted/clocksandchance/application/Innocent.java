package dev.supie.planted.clocksandchance.application;

import java.time.Instant;
import java.time.InstantSource;

/// Reads the time source that it was given.
record Innocent(InstantSource time) {

    Instant now() {
        return time.instant();
    }
}
