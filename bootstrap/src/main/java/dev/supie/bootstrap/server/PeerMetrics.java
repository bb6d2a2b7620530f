package dev.supie.bootstrap.server;

import static dev.supie.bootstrap.server.Measures.sample;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.in.http.Metric.Sample;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.PeerTally;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What has become of messages from badge to badge (OBS-1).
///
/// @param waiting messages in all inboxes, from the store; left out while that is away
record PeerMetrics(PeerTally tally, LongSupplier waiting) {

    private static final double NANOS_PER_SECOND = 1e9;

    List<Metric> all() {
        List<Metric> all = new ArrayList<>(messages(tally.messages()));
        all.addAll(storing(tally.rounds()));
        all.add(tasks(tally.tasks()));
        try {
            all.add(
                    Metric.of(
                            "supie_peer_waiting",
                            Kind.GAUGE,
                            "Messages that wait, counted once for each target.",
                            (double) waiting.getAsLong()));
        } catch (StoreException _) {
            // The health probe tells of the store; a scrape must show everything else meanwhile.
        }
        return List.copyOf(all);
    }

    private static List<Metric> messages(PeerTally.Messages counts) {
        return List.of(
                counter("accepted", "Messages that were stored (PEER-7).", counts.accepted()),
                counter("degraded", "Of those, read by rules (PEER-4).", counts.degraded()),
                counter("repeated", "Messages that were known already.", counts.repeated()),
                counter("redelivered", "Messages that had waited (PEER-9).", counts.redelivered()),
                new Metric(
                        "supie_peer_refused_total",
                        Kind.COUNTER,
                        "Messages that were not accepted, by what their senders were told.",
                        List.of("reason"),
                        samples("reason", counts.refused(), PeerMetrics::word)),
                new Metric(
                        "supie_peer_targets_failed_total",
                        Kind.COUNTER,
                        "Targets for whom a message was not accepted (PEER-6).",
                        List.of("reason"),
                        samples("reason", counts.failed(), Failure::word)),
                new Metric(
                        "supie_peer_ended_total",
                        Kind.COUNTER,
                        "Messages that are over, counted once for each target.",
                        List.of("ending"),
                        samples("ending", counts.ended(), Ending::word)));
    }

    private static List<Metric> storing(PeerTally.Rounds counts) {
        return List.of(
                new Metric(
                        "supie_peer_rounds_total",
                        Kind.COUNTER,
                        "Rounds of work, each stored as a whole.",
                        List.of("result"),
                        List.of(
                                sample("result", "stored", counts.stored()),
                                sample("result", "lost", counts.lost()))),
                counter("round_pieces", "Pieces of work in stored rounds.", counts.pieces()),
                Metric.of(
                        "supie_peer_storing_seconds_total",
                        Kind.COUNTER,
                        "What storing rounds took, summed.",
                        counts.storing().toNanos() / NANOS_PER_SECOND));
    }

    private static Metric tasks(PeerTally.Tasks counts) {
        return new Metric(
                "supie_peer_tasks_total",
                Kind.COUNTER,
                "Messages that were tasks for a board (PEER-10).",
                List.of("result"),
                List.of(
                        sample("result", "written", counts.written()),
                        sample("result", "refused", counts.refused())));
    }

    private static Metric counter(String name, String help, long value) {
        return Metric.of("supie_peer_" + name + "_total", Kind.COUNTER, help, (double) value);
    }

    /// Always in the order of the enumeration.
    private static <K extends Enum<K>> List<Sample> samples(
            String label, Map<K, Long> counts, Function<K, String> word) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> sample(label, word.apply(each.getKey()), each.getValue()))
                .toList();
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
