package dev.supie.adapter.in.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
        GAUGE,
        /// How many there were, how many of them were at most so large, and their sum; each only
        /// grows.
        HISTOGRAM
    }

    /// What a part of a histogram is called, after the name of the whole.
    private static final String WITHIN = "_bucket";

    private static final String SUM = "_sum";
    private static final String COUNT = "_count";

    /// One number.
    ///
    /// @param part of a histogram; empty for everything else
    public record Sample(String part, Map<String, String> labels, double value) {
        public Sample {
            labels = Map.copyOf(labels);
        }

        public Sample(Map<String, String> labels, double value) {
            this("", labels, value);
        }
    }

    public Metric {
        labels = List.copyOf(labels);
        samples = List.copyOf(samples);
        for (Sample sample : samples) {
            Set<String> own = sample.part().equals(WITHIN) ? Set.of("le") : Set.copyOf(labels);
            if (!sample.labels().keySet().equals(own)) {
                throw new IllegalArgumentException(
                        name + " is labelled with " + labels + ", not " + sample.labels());
            }
        }
    }

    /// How something is spread.
    ///
    /// @param upTo how many were at most as large as the bound, by the bound, the smallest first
    /// @param all how many there were
    public static Metric histogram(
            String name, String help, SequencedMap<Double, Long> upTo, long all, double sum) {
        List<Sample> samples = new ArrayList<>();
        upTo.forEach((bound, count) -> samples.add(within(plain(bound), count)));
        samples.add(within("+Inf", all));
        samples.add(new Sample(SUM, Map.of(), sum));
        samples.add(new Sample(COUNT, Map.of(), all));
        return new Metric(name, Kind.HISTOGRAM, help, List.of(), samples);
    }

    /// Without an exponent, because people read this too.
    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    private static Sample within(String bound, long count) {
        return new Sample(WITHIN, Map.of("le", bound), count);
    }

    /// A single number without labels.
    public static Metric of(String name, Kind kind, String help, double value) {
        return new Metric(name, kind, help, List.of(), List.of(new Sample(Map.of(), value)));
    }
}
