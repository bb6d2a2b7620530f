package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.in.http.Metric.Sample;
import dev.supie.adapter.out.llm.ModelTally;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What language models were asked, and what came of it (OBS-1).
record ModelMetrics(ModelTally tally) {

    private static final double NANOS_PER_SECOND = 1e9;

    List<Metric> all() {
        List<ModelTally.Count> counts =
                tally.counts().stream()
                        .sorted(
                                Comparator.comparing(ModelTally.Count::use)
                                        .thenComparing(ModelTally.Count::result))
                        .toList();
        return List.of(
                new Metric(
                        "supie_model_calls_total",
                        Kind.COUNTER,
                        "Questions to language models, by what for and what came of them.",
                        List.of("use", "result"),
                        samples(counts, ModelTally.Count::calls)),
                new Metric(
                        "supie_model_seconds_total",
                        Kind.COUNTER,
                        "From those questions to their end, summed.",
                        List.of("use", "result"),
                        samples(counts, count -> seconds(count.took()))));
    }

    private static List<Sample> samples(
            List<ModelTally.Count> counts, ToDoubleFunction<ModelTally.Count> number) {
        return counts.stream()
                .map(
                        count ->
                                new Sample(
                                        Map.of("use", count.use(), "result", count.result()),
                                        number.applyAsDouble(count)))
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
