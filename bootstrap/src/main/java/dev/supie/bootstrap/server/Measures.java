package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.in.http.Metric.Sample;

import java.util.Locale;
import java.util.Map;

/// The usual forms of metrics.
final class Measures {

    private Measures() {}

    static Metric gauge(String name, String help, long value) {
        return gauge(name, help, (double) value);
    }

    static Metric gauge(String name, String help, double value) {
        return Metric.of(name, Kind.GAUGE, help, value);
    }

    static Metric counter(String name, String help, long value) {
        return counter(name, help, (double) value);
    }

    static Metric counter(String name, String help, double value) {
        return Metric.of(name, Kind.COUNTER, help, value);
    }

    static Sample sample(String label, String value, long number) {
        return sample(label, value, (double) number);
    }

    static Sample sample(String label, String value, double number) {
        return new Sample(Map.of(label, value), number);
    }

    /// How often somebody could not do what was asked.
    static Sample failure(String provider, Enum<?> reason, long count) {
        return new Sample(
                Map.of("provider", provider, "reason", reason.name().toLowerCase(Locale.ROOT)),
                (double) count);
    }
}
