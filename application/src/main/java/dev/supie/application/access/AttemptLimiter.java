package dev.supie.application.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// AUTH-3: an address with 20 failed attempts within a minute is not listened to until the oldest
/// of them is a minute old.
///
/// At most [#ADDRESSES_MAX] addresses are remembered; then the one whose last failure is longest
/// ago is forgotten, which matters only if more addresses than that guess within one minute.
/// Attempts that run at the same moment all go on: what they find is counted when they have found
/// it. Safe for use by many threads.
public final class AttemptLimiter {

    static final int FAILED_MAX = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int ADDRESSES_MAX = 10_000;

    private final InstantSource time;

    /// By address the last failures, oldest first; the address that failed last comes last.
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    public AttemptLimiter(InstantSource time) {
        this.time = time;
    }

    /// How long the address is not listened to; empty if it may try.
    public synchronized Optional<Duration> refusal(String address) {
        Deque<Instant> known = failures.get(address);
        if (known == null || known.size() < FAILED_MAX) {
            return Optional.empty();
        }
        Duration rest = Duration.between(time.instant(), known.getFirst().plus(WINDOW));
        return Optional.of(rest).filter(Duration::isPositive);
    }

    /// Notes a failure.
    ///
    /// @return whether it is the one after which the address is not listened to
    public synchronized boolean failed(String address) {
        Instant now = time.instant();
        Deque<Instant> known = failures.remove(address);
        Deque<Instant> latest = known == null ? new ArrayDeque<>() : known;
        latest.removeIf(failure -> isOld(failure, now));
        boolean wasListenedTo = latest.size() < FAILED_MAX;
        latest.addLast(now);
        if (latest.size() > FAILED_MAX) {
            latest.removeFirst();
        }
        failures.put(address, latest);
        forget(now);
        return wasListenedTo && latest.size() == FAILED_MAX;
    }

    synchronized int addresses() {
        return failures.size();
    }

    private void forget(Instant now) {
        Iterator<Deque<Instant>> quietestFirst = failures.values().iterator();
        while (quietestFirst.hasNext()) {
            boolean old = isOld(quietestFirst.next().getLast(), now);
            if (!old && failures.size() <= ADDRESSES_MAX) {
                return;
            }
            quietestFirst.remove();
        }
    }

    private static boolean isOld(Instant failure, Instant now) {
        return !failure.plus(WINDOW).isAfter(now);
    }
}
