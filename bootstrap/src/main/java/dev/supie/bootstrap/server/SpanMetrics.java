package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.out.tracing.SpanTally;

import java.util.List;

/// What became of spans (OBS-1).
record SpanMetrics(SpanTally tally) {

    List<Metric> all() {
        SpanTally.Counts counts = tally.counts();
        return List.of(
                new Metric(
                        "supie_spans_total",
                        Kind.COUNTER,
                        "Spans for the collector: taken by it, not taken, or dropped because too"
                                + " many waited.",
                        List.of("result"),
                        List.of(
                                Measures.sample("result", "delivered", counts.delivered()),
                                Measures.sample("result", "refused", counts.refused()),
                                Measures.sample("result", "dropped", counts.dropped()))));
    }
}
