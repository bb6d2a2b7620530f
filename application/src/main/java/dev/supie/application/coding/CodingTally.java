package dev.supie.application.coding;

import dev.supie.domain.coding.Insight;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts looks at builds since the process began (OBS-1). Safe for use by many threads.
public final class CodingTally {

    private final Map<Kind, Sum> sums = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    /// What was looked for, and who said what came of it. Rules also stand in for a model that
    /// fails.
    public enum Kind {
        INSIGHT_BY_RULES,
        INSIGHT_BY_MODEL,
        SUMMARY_BY_RULES,
        SUMMARY_BY_MODEL
    }

    private record Sum(LongAdder looks, LongAdder nanos) {

        Sum() {
            this(new LongAdder(), new LongAdder());
        }
    }

    /// @param took from the look to what came of it, summed
    public record Count(long looks, Duration took) {}

    void analysed(boolean last, Insight insight, Duration elapsed) {
        Sum sum = sum(kind(last, insight.provider().equals(Insight.RULES)));
        sum.looks().increment();
        sum.nanos().add(elapsed.toNanos());
    }

    private Sum sum(Kind kind) {
        return sums.computeIfAbsent(kind, _ -> new Sum());
    }

    private static Kind kind(boolean last, boolean rules) {
        if (last) {
            return rules ? Kind.SUMMARY_BY_RULES : Kind.SUMMARY_BY_MODEL;
        }
        return rules ? Kind.INSIGHT_BY_RULES : Kind.INSIGHT_BY_MODEL;
    }

    /// Too much of a connection waited, and what it told was not taken.
    void refused() {
        refused.increment();
    }

    public Count count(Kind kind) {
        Sum sum = sum(kind);
        return new Count(sum.looks().sum(), Duration.ofNanos(sum.nanos().sum()));
    }

    /// Messages of builds that were not taken, because too many waited.
    public long refusals() {
        return refused.sum();
    }
}
