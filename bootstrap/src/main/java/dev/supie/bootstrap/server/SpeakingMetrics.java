package dev.supie.bootstrap.server;

import static dev.supie.bootstrap.server.Measures.counter;
import static dev.supie.bootstrap.server.Measures.failure;
import static dev.supie.bootstrap.server.Measures.gauge;
import static dev.supie.bootstrap.server.Measures.sample;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.application.speaking.SpeakingTally;

import java.util.List;

/// What badges were told aloud, and what came of it (OBS-1).
record SpeakingMetrics(SpeakingTally tally) {

    private static final double NANOS_PER_SECOND = 1e9;

    List<Metric> all() {
        SpeakingTally.Count count = tally.count();
        return List.of(
                gauge("supie_speaking", "Badges that are being spoken to.", count.speaking()),
                counter("supie_answers_total", "Answers that badges were told of.", count.begun()),
                counter(
                        "supie_answers_silenced_total",
                        "Answers that were cut off.",
                        count.silenced()),
                counter(
                        "supie_voice_packets_total",
                        "Packets of sound that were written.",
                        count.packets()),
                new Metric(
                        "supie_sentences_spoken_total",
                        Kind.COUNTER,
                        "Sentences that were made into sound.",
                        List.of("provider"),
                        count.spoken().entrySet().stream()
                                .map(each -> sample("provider", each.getKey(), each.getValue()))
                                .toList()),
                counter(
                        "supie_sentences_silent_total",
                        "Sentences that were shown without sound.",
                        count.silent()),
                counter(
                        "supie_sentences_left_out_total",
                        "Sentences that were not even shown, because too many waited.",
                        count.leftOut()),
                new Metric(
                        "supie_synthesis_failures_total",
                        Kind.COUNTER,
                        "Sentences that a synthesizer could not say.",
                        List.of("provider", "reason"),
                        count.failures().entrySet().stream()
                                .map(
                                        each ->
                                                failure(
                                                        each.getKey().provider(),
                                                        each.getKey().code(),
                                                        each.getValue()))
                                .toList()),
                counter("supie_first_sounds_total", "Answers that had sound.", count.firstSounds()),
                counter(
                        "supie_first_sound_seconds_total",
                        "From their first sentence to their first packet, summed.",
                        count.untilFirstSound().toNanos() / NANOS_PER_SECOND));
    }
}
