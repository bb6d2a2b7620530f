package dev.supie.domain.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a badge was taken over last, so that two devices with one id do not throw each other out
/// for ever (DUP-2): in no minute, wherever it begins, more than [#MAX] times. Newcomers that are
/// refused do not count, or one that never gives up would keep itself out.
///
/// @param at the last takeovers, oldest first; at most [#MAX]
public record TakeoverHistory(List<Instant> at) {

    public static final int MAX = 5;
    public static final Duration WINDOW = Duration.ofSeconds(60);
    public static final TakeoverHistory NONE = new TakeoverHistory(List.of());

    public TakeoverHistory {
        at = List.copyOf(at);
    }

    /// How long until another takeover is allowed; empty if it is now.
    public Optional<Duration> wait(Instant now) {
        List<Instant> recent = recent(now);
        return recent.size() < MAX
                ? Optional.empty()
                : Optional.of(Duration.between(now, recent.getFirst().plus(WINDOW)));
    }

    /// With one more, which must be allowed now.
    public TakeoverHistory plus(Instant now) {
        List<Instant> next = recent(now);
        next.add(now);
        if (next.size() > MAX) {
            throw new IllegalStateException("one takeover too many");
        }
        return new TakeoverHistory(next);
    }

    private List<Instant> recent(Instant now) {
        List<Instant> recent = new ArrayList<>(at);
        // Later than now means that the clock was set back; such marks say nothing any more.
        recent.removeIf(then -> then.isAfter(now) || !then.isAfter(now.minus(WINDOW)));
        return recent;
    }
}
