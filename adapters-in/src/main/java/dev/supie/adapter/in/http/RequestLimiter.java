package dev.supie.adapter.in.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Holds each address to a rate (REST-1): up to one second's worth of requests at once, after that
/// evenly spaced ones. A refused request costs the address nothing.
///
/// At most [#ADDRESSES_MAX] addresses are remembered; then the one that was quiet for the longest
/// is forgotten. It starts afresh if it returns, which matters only if more addresses than that ask
/// within one second. Safe for use by many threads.
final class RequestLimiter {

    static final int ADDRESSES_MAX = 10_000;

    private static final Duration BURST = Duration.ofSeconds(1);

    private final Duration spacing;
    private final InstantSource time;

    /// Per address the moment at which all its admitted requests are paid off, one per spacing.
    private final Map<String, Instant> paidOff;

    RequestLimiter(int requestsPerSecond, InstantSource time) {
        this.spacing = BURST.dividedBy(requestsPerSecond);
        this.time = time;
        this.paidOff = new LinkedHashMap<>(16, 0.75f, true);
    }

    /// Empty if the request is admitted, otherwise how long to wait before the next one.
    synchronized Optional<Duration> refusal(String address) {
        Instant now = time.instant();
        Instant next = start(address, now).plus(spacing);
        Duration excess = Duration.between(now.plus(BURST), next);
        if (excess.isPositive()) {
            return Optional.of(excess);
        }
        paidOff.put(address, next);
        forgetTheQuietest();
        return Optional.empty();
    }

    synchronized int addresses() {
        return paidOff.size();
    }

    private Instant start(String address, Instant now) {
        Instant known = paidOff.getOrDefault(address, now);
        // Further ahead than a burst is possible only if the wall clock was set back; whoever asked
        // before that must not be locked out until it has caught up.
        boolean usable = known.isAfter(now) && !known.isAfter(now.plus(BURST));
        return usable ? known : now;
    }

    private void forgetTheQuietest() {
        if (paidOff.size() > ADDRESSES_MAX) {
            paidOff.remove(paidOff.keySet().iterator().next());
        }
    }
}
