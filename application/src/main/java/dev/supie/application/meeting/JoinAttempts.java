package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Guessing a code is hopeless: after [#WRONG_MAX] wrong ones within [#WINDOW] a badge has to wait
/// until the first of them is so long ago. Because a badge without authentication may call itself
/// anything, all of them together have [#WRONG_OF_ALL_MAX]; then nobody joins by code for a while.
///
/// So no more than [#WRONG_OF_ALL_MAX] failures are ever remembered. Safe for use by many threads.
final class JoinAttempts {

    static final int WRONG_MAX = 5;
    static final int WRONG_OF_ALL_MAX = 200;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final InstantSource time;

    /// The last failures of each badge, oldest first; never an empty list.
    private final Map<DeviceId, Deque<Instant>> failures = new LinkedHashMap<>();

    JoinAttempts(InstantSource time) {
        this.time = time;
    }

    /// How long the badge has to wait; empty if it may try. Then the attempt counts as wrong until
    /// it turns out to have been right, so that many at one moment are not more than one by one.
    synchronized Optional<Duration> begin(DeviceId device) {
        Instant now = time.instant();
        forget(now);
        Optional<Duration> refusal = refusal(device, now);
        if (refusal.isEmpty()) {
            failures.computeIfAbsent(device, _ -> new ArrayDeque<>(1)).addLast(now);
        }
        return refusal;
    }

    private Optional<Duration> refusal(DeviceId device, Instant now) {
        Stream<Instant> own =
                Stream.ofNullable(failures.get(device))
                        .filter(known -> known.size() >= WRONG_MAX)
                        .map(Deque::getFirst);
        Stream<Instant> oldest =
                remembered() < WRONG_OF_ALL_MAX
                        ? Stream.empty()
                        : failures.values().stream().map(Deque::getFirst).sorted().limit(1);
        return Stream.concat(own, oldest)
                .map(first -> Duration.between(now, first.plus(WINDOW)))
                .max(Duration::compareTo);
    }

    /// The last attempt of the badge was right.
    synchronized void succeeded(DeviceId device) {
        failures.computeIfPresent(
                device,
                (_, known) -> {
                    known.pollLast();
                    return known.isEmpty() ? null : known;
                });
    }

    /// Failures that still count.
    synchronized int remembered() {
        return failures.values().stream().mapToInt(Deque::size).sum();
    }

    private void forget(Instant now) {
        Iterator<Deque<Instant>> badges = failures.values().iterator();
        while (badges.hasNext()) {
            Deque<Instant> known = badges.next();
            known.removeIf(failure -> !failure.plus(WINDOW).isAfter(now));
            if (known.isEmpty()) {
                badges.remove();
            }
        }
    }
}
