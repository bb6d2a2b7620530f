package dev.supie.domain.server;

import java.time.Duration;
import java.time.Instant;

/// When statistics are pushed next (SRV-1): every [#BEAT], or [#SPACING] after the last time if
/// somebody has come or gone since.
///
/// @param pushedAt the last time
/// @param changed whether somebody has come or gone since
public record StatsClock(Instant pushedAt, boolean changed) {

    public static final Duration BEAT = Duration.ofSeconds(10);
    public static final Duration SPACING = Duration.ofSeconds(1);

    /// Nothing has been pushed yet.
    public static final StatsClock START = new StatsClock(Instant.EPOCH, false);

    public Instant due() {
        return pushedAt.plus(changed ? SPACING : BEAT);
    }

    /// Somebody has come or gone.
    public StatsClock whenChanged() {
        return new StatsClock(pushedAt, true);
    }

    public StatsClock pushed(Instant now) {
        return new StatsClock(now, false);
    }
}
