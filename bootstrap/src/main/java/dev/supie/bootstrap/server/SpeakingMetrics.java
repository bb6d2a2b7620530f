package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.in.http.Metric.Sample;
import dev.supie.application.speaking.SpeakingTally;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What badges were told aloud, and what came of it (OBS-1).
record SpeakingMetrics(SpeakingTally tally) {

    private static final double NANOS_PER_SECOND = 1e9;

    List<Metric> all() {
        SpeakingTally.Count count = tally.count();
        return List.of(
                Metric.of(
                        "supie_speaking",
                        Kind.GAUGE,
                        "Badges that are being spoken to.",
                        (double) count.speaking()),
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
                        count.spoken().entrySet().stream()
                                .map(each -> spoken(each.getKey(), each.getValue()))
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
                        count.failures().entrySet().stream()
                                .map(each -> failed(each.getKey(), each.getValue()))
                                .toList()),
                counter("supie_first_sounds_total", "Answers that had sound.", count.firstSounds()),
                counter(
                        "supie_first_sound_seconds_total",
                        "From their first sentence to their first packet, summed.",
                        count.untilFirstSound().toNanos() / NANOS_PER_SECOND));
    }

    private static Sample spoken(String provider, long count) {
        return new Sample(Map.of("provider", provider), (double) count);
    }

    private static Sample failed(SpeakingTally.Failure failure, long count) {
        return new Sample(
                Map.of(
                        "provider",
                        failure.provider(),
                        "reason",
                        failure.code().name().toLowerCase(Locale.ROOT)),
                (double) count);
    }

    private static Metric counter(String name, String help, long value) {
        return counter(name, help, (double) value);
    }

    private static Metric counter(String name, String help, double value) {
        return Metric.of(name, Kind.COUNTER, help, value);
    }
}
