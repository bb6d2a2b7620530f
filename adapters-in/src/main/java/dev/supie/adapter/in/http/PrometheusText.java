package dev.supie.adapter.in.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Metrics in the text format of Prometheus, version 0.0.4.
final class PrometheusText {

    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    static String of(List<Metric> metrics) {
        return metrics.stream().map(PrometheusText::of).collect(Collectors.joining());
    }

    private static String of(Metric metric) {
        String head =
                "# HELP %s %s\n# TYPE %s %s\n"
                        .formatted(
                                metric.name(),
                                metric.help().replace("\\", "\\\\").replace("\n", "\\n"),
                                metric.name(),
                                metric.kind().name().toLowerCase(Locale.ROOT));
        return metric.samples().stream()
                .map(
                        sample ->
                                metric.name()
                                        + sample.part()
                                        + of(sample.labels())
                                        + " "
                                        + of(sample.value())
                                        + "\n")
                .collect(Collectors.joining("", head, ""));
    }

    /// In the order of their names, so that the same number is always the same line.
    private static String of(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=" + quoted(label.getValue()))
                                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /// Whole numbers without a fraction, because people read this too.
    private static String of(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }
}
