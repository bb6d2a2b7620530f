package dev.supie.bootstrap.server;

import static dev.supie.bootstrap.server.Measures.counter;

import dev.supie.adapter.in.badge.AnswerTimes;
import dev.supie.adapter.in.badge.TrafficTally;
import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.in.http.Metric.Sample;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// What goes between badges and the server (OBS-1).
record TrafficMetrics(TrafficTally tally) {

    private static final double NANOS_PER_SECOND = 1e9;

    List<Metric> all() {
        return List.of(
                new Metric(
                        "supie_messages_received_total",
                        Kind.COUNTER,
                        "Messages of badges, by what became of them when they came (MSG-2, MSG-3).",
                        List.of("type", "result"),
                        samples(tally.received(), TrafficMetrics::labels)),
                answers(tally.answers()),
                counted(
                        "supie_audio_packets_received_total",
                        "Audio packets of badges, by what became of them when they came.",
                        "result",
                        tally.packets(),
                        TrafficMetrics::word),
                counted(
                        "supie_messages_sent_total",
                        "Messages and packets for badges, refused if too much waits (MSG-7).",
                        "result",
                        tally.sent(),
                        queued -> queued ? "queued" : "refused"),
                counted(
                        "supie_errors_sent_total",
                        "Errors that badges were told (MSG-4).",
                        "code",
                        tally.errors(),
                        TrafficMetrics::word),
                counter(
                        "supie_connections_opened_total",
                        "Connections of badges.",
                        tally.connectionsOpened()),
                counted(
                        "supie_connections_ended_total",
                        "Connections that are over, by what ended them first (MSG-10).",
                        "cause",
                        tally.connectionsEnded(),
                        TrafficMetrics::word),
                counted(
                        "supie_handshakes_refused_total",
                        "Badges that were not let in, by the HTTP status (HS-2, AUTH-2).",
                        "status",
                        tally.handshakesRefused(),
                        status -> Integer.toString(status)));
    }

    private static Metric answers(AnswerTimes.Count count) {
        SequencedMap<Double, Long> upTo = new LinkedHashMap<>();
        for (int place = 0; place < AnswerTimes.BOUNDS.size(); place++) {
            upTo.put(seconds(AnswerTimes.BOUNDS.get(place)), count.upTo().get(place));
        }
        return Metric.histogram(
                "supie_request_seconds",
                "From reading a badge's message to queueing its answer: hello, modes, meetings,"
                        + " tasks, statistics.",
                upTo,
                count.all(),
                seconds(count.summed()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    private static <K> Metric counted(
            String name, String help, String label, Map<K, Long> counts, Function<K, String> word) {
        return new Metric(
                name,
                Kind.COUNTER,
                help,
                List.of(label),
                samples(counts, key -> Map.of(label, word.apply(key))));
    }

    /// Always in the same order.
    private static <K> List<Sample> samples(
            Map<K, Long> counts, Function<K, Map<String, String>> labels) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().toString()))
                .map(each -> new Sample(labels.apply(each.getKey()), (double) each.getValue()))
                .toList();
    }

    private static Map<String, String> labels(TrafficTally.Received received) {
        return Map.of("type", received.type(), "result", word(received.result()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
