package dev.supie.domain.kernel;

import java.time.Duration;
import java.time.Instant;

/// What is left of a [Rate] at some moment: a bucket that holds `burst` tokens, loses one each time
/// and gains one each interval.
///
/// Kept as the one moment at which it will be full, so that no fraction is ever rounded.
///
/// @param fullAt when nothing will be missing any more; any moment of the past means full
public record TokenBucket(Rate rate, Instant fullAt) {

    public static TokenBucket full(Rate rate) {
        return new TokenBucket(rate, Instant.EPOCH);
    }

    /// Takes a token if there is one.
    ///
    /// A clock that was set back empties the bucket at worst; it never blocks for longer.
    public Taken take(Instant now) {
        Instant from = fullAt(now);
        Instant next = from.plus(rate.interval());
        Duration missing = Duration.between(now, next);
        boolean granted = missing.compareTo(rate.refill()) <= 0;
        return new Taken(new TokenBucket(rate, granted ? next : from), granted);
    }

    /// How long until there is a token; zero if there is one now.
    public Duration wait(Instant now) {
        Duration missing = Duration.between(now, fullAt(now));
        Duration wait = missing.plus(rate.interval()).minus(rate.refill());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Instant fullAt(Instant now) {
        Instant latest = now.plus(rate.refill());
        if (fullAt.isAfter(latest)) {
            return latest;
        }
        return fullAt.isBefore(now) ? now : fullAt;
    }

    /// What came of taking a token.
    public record Taken(TokenBucket next, boolean granted) {}
}
