package dev.supie.bootstrap.demo;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How long the demo runs, in minutes and seconds.
final class Stopwatch {

    private final LongSupplier nanos;
    private final long begin;

    Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    @Override
    public String toString() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - begin);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
