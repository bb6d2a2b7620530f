package dev.supie.adapter.in.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Holds each address to a rate (REST-1): up to one window's worth of requests at once, after that
/// evenly spaced ones. A refused request costs the address nothing.
///
/// At most [#ADDRESSES_MAX] addresses are remembered; then the one that was quiet for the longest
/// is forgotten. It starts afresh if it returns, which matters only if more addresses than that ask
/// within one window. Safe for use by many threads.
final class RequestLimiter {

    static final int ADDRESSES_MAX = 10_000;

    private final Duration burst;
    private final Duration spacing;
    private final InstantSource time;

    /// Per address the moment at which all its admitted requests are paid off, one per spacing.
    private final Map<String, Instant> paidOff;

    RequestLimiter(int requestsPerSecond, InstantSource time) {
        this(requestsPerSecond, Duration.ofSeconds(1), time);
    }

    /// @param requests in each window
    RequestLimiter(int requests, Duration window, InstantSource time) {
        this.burst = window;
        this.spacing = window.dividedBy(requests);
        this.time = time;
        this.paidOff = new LinkedHashMap<>(16, 0.75f, true);
    }

    /// Empty if the request is admitted, otherwise how long to wait before the next one.
    synchronized Optional<Duration> refusal(String address) {
        Instant now = time.instant();
        Optional<Duration> pause = pause(address, now);
        if (pause.isEmpty()) {
            paidOff.put(address, start(address, now).plus(spacing));
            forgetTheQuietest();
        }
        return pause;
    }

    /// What [#refusal] would say; asking costs nothing.
    synchronized Optional<Duration> pause(String address) {
        return pause(address, time.instant());
    }

    private Optional<Duration> pause(String address, Instant now) {
        Instant next = start(address, now).plus(spacing);
        return Optional.of(Duration.between(now.plus(burst), next)).filter(Duration::isPositive);
    }

    synchronized int addresses() {
        return paidOff.size();
    }

    private Instant start(String address, Instant now) {
        Instant known = paidOff.getOrDefault(address, now);
        // Further ahead than a burst is possible only if the wall clock was set back; whoever asked
        // before that must not be locked out until it has caught up.
        boolean usable = known.isAfter(now) && !known.isAfter(now.plus(burst));
        return usable ? known : now;
    }

    private void forgetTheQuietest() {
        if (paidOff.size() > ADDRESSES_MAX) {
            paidOff.remove(paidOff.keySet().iterator().next());
        }
    }
}
