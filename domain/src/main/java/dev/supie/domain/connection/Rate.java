package dev.supie.domain.connection;

import java.time.Duration;

/// How often something may happen: `burst` times at once, and one time more each `interval`.
public record Rate(Duration interval, int burst) {

    /// MSG-2: 50 text messages a second, 100 at once.
    public static final Rate TEXT_MESSAGES = perSecond(50, 100);

    /// MSG-2: 100 audio packets a second. A badge that was held up by its network sends all it has
    /// kept at once, so a whole second's worth may come together.
    public static final Rate AUDIO_PACKETS = perSecond(100, 100);

    /// MSG-2: the notice that something was dropped, once a second.
    public static final Rate LIMIT_NOTICES = perSecond(1, 1);

    public Rate {
        if (!interval.isPositive() || burst < 1) {
            throw new IllegalArgumentException("a rate must allow something, and not everything");
        }
    }

    public static Rate perSecond(int count, int burst) {
        return new Rate(Duration.ofSeconds(1).dividedBy(count), burst);
    }

    /// How long an empty bucket takes to be full again.
    Duration refill() {
        return interval.multipliedBy(burst);
    }
}
