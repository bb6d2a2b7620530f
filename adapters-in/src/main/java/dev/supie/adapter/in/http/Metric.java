package dev.supie.adapter.in.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Something that is measured (OBS-1): one number, or one for each combination of labels. Labels
/// never name a badge or what was said.
///
/// @param name as Prometheus wants it: `supie_`, words, the unit, and `_total` if it only grows
/// @param help one line for people
/// @param labels what each number is labelled with
/// @param samples none for what has not happened yet
public record Metric(
        String name, Kind kind, String help, List<String> labels, List<Sample> samples) {

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
        labels = List.copyOf(labels);
        samples = List.copyOf(samples);
        for (Sample sample : samples) {
            if (!sample.labels().keySet().equals(Set.copyOf(labels))) {
                throw new IllegalArgumentException(
                        name + " is labelled with " + labels + ", not " + sample.labels());
            }
        }
    }

    /// A single number without labels.
    public static Metric of(String name, Kind kind, String help, double value) {
        return new Metric(name, kind, help, List.of(), List.of(new Sample(Map.of(), value)));
    }
}
