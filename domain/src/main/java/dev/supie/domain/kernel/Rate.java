package dev.supie.domain.kernel;

import java.time.Duration;

/// How often something may happen: `burst` times at once, and one time more each `interval`.
public record Rate(Duration interval, int burst) {

    public Rate {
        if (!interval.isPositive() || burst < 1) {
            throw new IllegalArgumentException("a rate must allow something, and not everything");
        }
    }

    public static Rate perSecond(int count, int burst) {
        return new Rate(Duration.ofSeconds(1).dividedBy(count), burst);
    }

    /// How long an empty bucket takes to be full again. In nanoseconds, because a product of
    /// durations goes through decimal numbers, and every frame asks.
    Duration refill() {
        return Duration.ofNanos(Math.multiplyExact(interval.toNanos(), burst));
    }
}
