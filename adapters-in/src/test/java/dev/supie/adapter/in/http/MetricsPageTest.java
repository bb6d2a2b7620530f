package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// OBS-1: metrics as Prometheus reads them.
class MetricsPageTest {

    private static final List<Metric> METRICS =
            List.of(
                    Metric.of("supie_connections", Metric.Kind.GAUGE, "Badges that are there.", 3),
                    new Metric(
                            "supie_speech_texts_total",
                            Metric.Kind.COUNTER,
                            "Texts, \\ and all.",
                            List.of("provider", "model"),
                            List.of(
                                    new Metric.Sample(Map.of("provider", "a", "model", "b"), 0.5),
                                    new Metric.Sample(
                                            Map.of(
                                                    "provider",
                                                    "quote \" line \n back \\",
                                                    "model",
                                                    ""),
                                            2))),
                    new Metric(
                            "supie_nothing_total",
                            Metric.Kind.COUNTER,
                            "None yet.",
                            List.of("reason"),
                            List.of()),
                    Metric.histogram(
                            "supie_wait_seconds",
                            "How long they wait.",
                            new TreeMap<>(Map.of(0.0005, 1L, 10.0, 3L)),
                            4,
                            31.5));

    @Test
    void aNumberWithOtherLabelsThanItsMetricIsABug() {
        var other = List.of(new Metric.Sample(Map.of("reason", "x", "by", "y"), 1));

        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Metric(
                                "supie_x_total",
                                Metric.Kind.COUNTER,
                                "X.",
                                List.of("reason"),
                                other));
    }

    @Test
    void everyMetricHasItsHelpItsKindAndItsNumbers() {
        try (Site site =
                Site.with(
                        routing -> {
                            Wiring.routes().onHttpListener(routing);
                            new MetricsPage(() -> METRICS).install(routing);
                        },
                        HttpRoutes.health(List.of(), List.of()))) {
            var response = site.read("/observe/metrics");

            assertEquals(200, response.statusCode());
            assertEquals(
                    "text/plain; version=0.0.4; charset=utf-8",
                    Site.header(response, "content-type"));
            assertEquals("no-store", Site.header(response, "cache-control"));
            assertEquals(
                    """
                    # HELP supie_connections Badges that are there.
                    # TYPE supie_connections gauge
                    supie_connections 3
                    # HELP supie_speech_texts_total Texts, \\\\ and all.
                    # TYPE supie_speech_texts_total counter
                    supie_speech_texts_total{model="b",provider="a"} 0.5
                    supie_speech_texts_total{model="",provider="quote \\" line \\n back \\\\"} 2
                    # HELP supie_nothing_total None yet.
                    # TYPE supie_nothing_total counter
                    # HELP supie_wait_seconds How long they wait.
                    # TYPE supie_wait_seconds histogram
                    supie_wait_seconds_bucket{le="0.0005"} 1
                    supie_wait_seconds_bucket{le="10"} 3
                    supie_wait_seconds_bucket{le="+Inf"} 4
                    supie_wait_seconds_sum 31.5
                    supie_wait_seconds_count 4
                    """,
                    response.body());
            assertEquals(200, site.read("/observe/health/ready").statusCode());
        }
    }
}
