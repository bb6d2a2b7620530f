package dev.supie.adapter.out.tracing;

import java.util.concurrent.atomic.LongAdder;

/// Counts what became of spans since the process began (OBS-1). Safe for use by many threads.
public final class SpanTally {

    private final LongAdder delivered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /// @param delivered taken by the collector
    /// @param dropped because too many waited
    /// @param refused sent, but the collector was not there, too slow, or did not want them
    public record Counts(long delivered, long dropped, long refused) {}

    void delivered(int spans) {
        delivered.add(spans);
    }

    void dropped(int spans) {
        dropped.add(spans);
    }

    void refused(int spans) {
        refused.add(spans);
    }

    public Counts counts() {
        return new Counts(delivered.sum(), dropped.sum(), refused.sum());
    }
}
