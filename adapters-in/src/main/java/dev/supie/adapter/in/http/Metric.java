package dev.supie.adapter.in.http;

import java.util.List;
import java.util.Map;

/// Something that is measured (OBS-1): one number, or one for each combination of labels. Labels
/// never name a badge or what was said.
///
/// @param name as Prometheus wants it: `supie_`, words, the unit, and `_total` if it only grows
/// @param help one line for people
public record Metric(String name, Kind kind, String help, List<Sample> samples) {

    /// How the number moves.
    public enum Kind {
        /// It only grows, until the process ends.
        COUNTER,
        /// It goes up and down.
        GAUGE
    }

    /// One number.
    public record Sample(Map<String, String> labels, double value) {
        public Sample {
            labels = Map.copyOf(labels);
        }
    }

    public Metric {
        samples = List.copyOf(samples);
    }

    /// A single number without labels.
    public static Metric of(String name, Kind kind, String help, double value) {
        return new Metric(name, kind, help, List.of(new Sample(Map.of(), value)));
    }
}
