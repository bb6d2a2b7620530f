package dev.supie.domain.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides on a newcomer whose badge is connected already (DUP-1, DUP-2). Pure.
public record DuplicateRules(DuplicateSettings settings) {

    /// Under [DuplicatePolicy#REJECT] a connection that has been silent for so long is presumed
    /// dead and may be taken over: two pings have gone unanswered, and five seconds more. Otherwise
    /// a badge that lost its network without a goodbye would be locked out by its own ghost until
    /// [ConnectionSettings#DEAD_AFTER].
    public static final Duration PRESUMED_DEAD_AFTER =
            ConnectionSettings.PING_INTERVAL.multipliedBy(2).plusSeconds(5);

    /// What is decided.
    public sealed interface Verdict {

        /// The newcomer becomes the route once it is open.
        ///
        /// @param takeovers to be remembered until the badge has no connection any more
        record Accepted(TakeoverHistory takeovers) implements Verdict {}

        /// The other connection stays; 409.
        ///
        /// @param retryAfter until the other one is presumed dead, if it stays silent
        record Duplicate(Duration retryAfter) implements Verdict {}

        /// The badge has been taken over too often; 429.
        ///
        /// @param retryAfter until the next takeover is allowed
        record Flapping(Duration retryAfter) implements Verdict {}
    }

    /// The decision.
    ///
    /// @param seenAt when the last frame of the other connection came; [Instant#MIN] if it is being
    ///   closed already
    /// @param earlier takeovers of this badge
    public Verdict decide(Instant seenAt, TakeoverHistory earlier, Instant now) {
        Instant presumedDead = seenAt.plus(PRESUMED_DEAD_AFTER);
        if (settings.policy() == DuplicatePolicy.REJECT && now.isBefore(presumedDead)) {
            return new Verdict.Duplicate(Duration.between(now, presumedDead));
        }
        Optional<Duration> wait = earlier.wait(now);
        return wait.isPresent()
                ? new Verdict.Flapping(wait.get())
                : new Verdict.Accepted(earlier.plus(now));
    }
}
