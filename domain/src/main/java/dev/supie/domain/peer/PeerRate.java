package dev.supie.domain.peer;

import dev.supie.domain.kernel.Rate;
import dev.supie.domain.kernel.TokenBucket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How much more a sender may send (PEER-3).
///
/// @param named of messages to badges by name
/// @param spacing of messages to everybody
/// @param broadcasts when the last ones to everybody were sent, oldest first, at most
///   [#PER_MINUTE_MAX]
public record PeerRate(TokenBucket named, TokenBucket spacing, List<Instant> broadcasts) {

    /// 5 a second, which may come together.
    public static final Rate NAMED = Rate.perSecond(5, 5);

    /// Messages to everybody are at least 5 s apart.
    public static final Rate SPACING = new Rate(Duration.ofSeconds(5), 1);

    /// And at most so many in any minute, wherever it begins; a bucket would let more through.
    public static final int PER_MINUTE_MAX = 6;

    public static final Duration MINUTE = Duration.ofMinutes(1);

    public static final PeerRate UNUSED =
            new PeerRate(TokenBucket.full(NAMED), TokenBucket.full(SPACING), List.of());

    public PeerRate {
        broadcasts = List.copyOf(broadcasts);
    }

    /// What came of asking.
    public sealed interface Taken {

        record Granted(PeerRate next) implements Taken {}

        /// Nothing was taken.
        ///
        /// @param next what is known now: the clock may have been set back
        /// @param retryAfter longer than zero
        record Refused(PeerRate next, Duration retryAfter) implements Taken {}
    }

    public Taken take(Targets targets, Instant now) {
        return switch (targets) {
            case Targets.Named _ -> takeNamed(now);
            case Targets.Everybody _ -> takeBroadcast(now);
        };
    }

    private Taken takeNamed(Instant now) {
        TokenBucket.Taken taken = named.take(now);
        PeerRate next = new PeerRate(taken.next(), spacing, broadcasts);
        return taken.granted()
                ? new Taken.Granted(next)
                : new Taken.Refused(next, taken.next().wait(now));
    }

    private Taken takeBroadcast(Instant now) {
        List<Instant> recent = recent(now);
        if (recent.size() >= PER_MINUTE_MAX) {
            Duration byMinute = Duration.between(now, recent.getFirst().plus(MINUTE));
            Duration bySpacing = spacing.wait(now);
            return new Taken.Refused(
                    new PeerRate(named, spacing, recent),
                    byMinute.compareTo(bySpacing) > 0 ? byMinute : bySpacing);
        }
        TokenBucket.Taken taken = spacing.take(now);
        if (!taken.granted()) {
            return new Taken.Refused(
                    new PeerRate(named, taken.next(), recent), taken.next().wait(now));
        }
        recent.add(now);
        return new Taken.Granted(new PeerRate(named, taken.next(), recent));
    }

    private List<Instant> recent(Instant now) {
        List<Instant> recent = new ArrayList<>(broadcasts);
        // Later than now means that the clock was set back; such marks say nothing any more.
        recent.removeIf(then -> then.isAfter(now) || !then.isAfter(now.minus(MINUTE)));
        return recent;
    }
}
