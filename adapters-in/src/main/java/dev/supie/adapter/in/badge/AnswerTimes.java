package dev.supie.adapter.in.badge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// How long badges have waited for answers since the process began (OBS-1), counted in classes with
/// fixed bounds: it takes the same room however much is counted, and percentiles can be estimated
/// from it. Safe for use by many threads.
public final class AnswerTimes {

    /// How long the answers of each class took at most: from what no wearer notices to what nobody
    /// waits for. What took longer than the last one is in a class of its own.
    public static final List<Duration> BOUNDS =
            Stream.concat(
                            Stream.of(Duration.ofNanos(500_000)),
                            Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
                                    .map(Duration::ofMillis))
                    .toList();

    private final List<LongAdder> classes =
            Stream.generate(LongAdder::new).limit(BOUNDS.size() + 1L).toList();
    private final LongAdder nanos = new LongAdder();

    /// What has been counted.
    ///
    /// @param upTo how many took at most so long, for each of [#BOUNDS]
    /// @param all how many there were
    /// @param summed what they took together
    public record Count(List<Long> upTo, long all, Duration summed) {
        public Count {
            upTo = List.copyOf(upTo);
        }
    }

    void add(Duration took) {
        int place = 0;
        while (place < BOUNDS.size() && took.compareTo(BOUNDS.get(place)) > 0) {
            place++;
        }
        classes.get(place).increment();
        nanos.add(took.toNanos());
    }

    /// What is counted meanwhile may be in one part of it and not yet in another, but there are
    /// never more within a bound than within the next.
    Count count() {
        List<Long> upTo = new ArrayList<>();
        long all = 0;
        for (LongAdder each : classes) {
            all += each.sum();
            upTo.add(all);
        }
        return new Count(upTo.subList(0, BOUNDS.size()), all, Duration.ofNanos(nanos.sum()));
    }
}
