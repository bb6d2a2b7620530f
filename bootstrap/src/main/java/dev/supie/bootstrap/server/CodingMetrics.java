package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.in.http.Metric.Sample;
import dev.supie.application.coding.CodingTally;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How builds were looked at (OBS-1).
record CodingMetrics(CodingTally tally) {

    private static final double NANOS_PER_SECOND = 1e9;

    List<Metric> all() {
        return List.of(
                new Metric(
                        "supie_coding_looks_total",
                        Kind.COUNTER,
                        "Looks at builds, by what for and who said what came of them (COD-4).",
                        List.of("use", "by"),
                        samples(CodingTally.Count::looks)),
                new Metric(
                        "supie_coding_seconds_total",
                        Kind.COUNTER,
                        "From those looks to what came of them, summed.",
                        List.of("use", "by"),
                        samples(count -> count.took().toNanos() / NANOS_PER_SECOND)),
                Metric.of(
                        "supie_coding_refused_total",
                        Kind.COUNTER,
                        "Messages of builds that were not taken, because too many waited.",
                        (double) tally.refusals()));
    }

    private List<Sample> samples(ToDoubleFunction<CodingTally.Count> number) {
        return Arrays.stream(CodingTally.Kind.values())
                .map(kind -> new Sample(labels(kind), number.applyAsDouble(tally.count(kind))))
                .toList();
    }

    private static Map<String, String> labels(CodingTally.Kind kind) {
        return switch (kind) {
            case INSIGHT_BY_RULES -> Map.of("use", "insight", "by", "rules");
            case INSIGHT_BY_MODEL -> Map.of("use", "insight", "by", "model");
            case SUMMARY_BY_RULES -> Map.of("use", "summary", "by", "rules");
            case SUMMARY_BY_MODEL -> Map.of("use", "summary", "by", "model");
        };
    }
}
