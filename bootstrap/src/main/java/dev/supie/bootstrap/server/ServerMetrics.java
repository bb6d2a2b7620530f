package dev.supie.bootstrap.server;

import static dev.supie.bootstrap.server.Measures.counter;
import static dev.supie.bootstrap.server.Measures.failure;
import static dev.supie.bootstrap.server.Measures.gauge;
import static dev.supie.bootstrap.server.Measures.sample;

import dev.supie.adapter.in.http.Metric;
import dev.supie.adapter.in.http.Metric.Kind;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.adapter.out.speech.EmbeddedSpeech;
import dev.supie.adapter.out.speech.SpeechNumbers;
import dev.supie.adapter.out.speech.SpeechState;
import dev.supie.application.speech.SpeechTally;
import dev.supie.application.webhook.WebhookCounts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What is measured about this server (OBS-1). Asked for by many threads at once.
///
/// @param connections badges that are connected
/// @param webhook nothing if there is none
/// @param models what language models were asked
record ServerMetrics(
        EmbeddedSpeech embedded,
        SpeechTally tally,
        Supplier<Optional<WebhookCounts>> webhook,
        ModelTally models,
        PeerMetrics peers,
        CodingMetrics builds,
        SpeakingMetrics speaking,
        ToolMetrics tools,
        TrafficMetrics traffic,
        SpanMetrics spans,
        BooleanSupplier ready,
        IntSupplier connections) {

    private static final double MILLIS_PER_SECOND = 1e3;

    List<Metric> all() {
        return Stream.of(
                        List.of(
                                gauge(
                                        "supie_ready",
                                        "1 if badges are let in and can be told that something is"
                                                + " stored.",
                                        ready.getAsBoolean() ? 1 : 0),
                                gauge(
                                        "supie_connections",
                                        "Badges that are connected.",
                                        connections.getAsInt())),
                        ProcessMetrics.all(),
                        traffic.all(),
                        hearing(tally.count()),
                        recognizing(embedded.numbers()),
                        new ModelMetrics(models).all(),
                        peers.all(),
                        builds.all(),
                        speaking.all(),
                        tools.all(),
                        spans.all(),
                        webhook.get().map(ServerMetrics::posting).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Metric> posting(WebhookCounts counts) {
        return List.of(
                new Metric(
                        "supie_webhook_notices_total",
                        Kind.COUNTER,
                        "Notices of meetings that were settled (HOOK-1).",
                        List.of("result"),
                        List.of(
                                sample("result", "ok", counts.ok()),
                                sample("result", "retry_ok", counts.retryOk()),
                                sample("result", "fail", counts.fail()))));
    }

    private static List<Metric> hearing(SpeechTally.Count count) {
        return List.of(
                counter(
                        "supie_audio_packets_damaged_total",
                        "Audio packets that could not be decoded.",
                        count.damaged()),
                counter(
                        "supie_audio_packets_dropped_total",
                        "Audio packets that came faster than they were decoded.",
                        count.dropped()),
                new Metric(
                        "supie_speech_texts_total",
                        Kind.COUNTER,
                        "Final texts, those without words included.",
                        List.of("provider"),
                        count.texts().entrySet().stream()
                                .map(each -> sample("provider", each.getKey(), each.getValue()))
                                .toList()),
                new Metric(
                        "supie_speech_answer_seconds_total",
                        Kind.COUNTER,
                        "From the end of a piece of speech to its final text, summed.",
                        List.of("provider"),
                        count.answering().entrySet().stream()
                                .map(
                                        each ->
                                                sample(
                                                        "provider",
                                                        each.getKey(),
                                                        seconds(each.getValue())))
                                .toList()),
                new Metric(
                        "supie_speech_failures_total",
                        Kind.COUNTER,
                        "Pieces of speech that a recognizer had no text for.",
                        List.of("provider", "reason"),
                        count.failures().entrySet().stream()
                                .map(
                                        each ->
                                                failure(
                                                        each.getKey().provider(),
                                                        each.getKey().code(),
                                                        each.getValue()))
                                .toList()));
    }

    private List<Metric> recognizing(SpeechNumbers numbers) {
        return List.of(
                gauge(
                        "supie_speech_ready",
                        "1 if the embedded recognizer is loaded.",
                        embedded.state() instanceof SpeechState.Ready ? 1 : 0),
                gauge(
                        "supie_speech_workers",
                        "The most segments that are recognized at once.",
                        numbers.workers()),
                gauge(
                        "supie_speech_workers_busy",
                        "Segments that are being recognized.",
                        numbers.busy()),
                gauge("supie_speech_queue", "Segments that wait for a worker.", numbers.waiting()),
                gauge(
                        "supie_speech_overload",
                        "Given up right now: 0 nothing, 1 partial texts, 2 the usual model, 3"
                                + " speech (BUSY).",
                        numbers.overload().level()),
                new Metric(
                        "supie_speech_segments_total",
                        Kind.COUNTER,
                        "Segments recognized; by the small model if too many waited.",
                        List.of("model"),
                        List.of(
                                sample("model", "usual", numbers.withUsualModel()),
                                sample("model", "small", numbers.withSmallModel()))),
                new Metric(
                        "supie_speech_partials_total",
                        Kind.COUNTER,
                        "Partial texts made, and skipped because no worker was free.",
                        List.of("result"),
                        List.of(
                                sample("result", "made", numbers.partials()),
                                sample("result", "skipped", numbers.partialsSkipped()))),
                counter(
                        "supie_speech_busy_total",
                        "Pieces of speech refused as BUSY.",
                        numbers.refused()),
                counter(
                        "supie_speech_heard_seconds_total",
                        "Speech recognized, by its length.",
                        seconds(numbers.heard())),
                counter(
                        "supie_speech_worked_seconds_total",
                        "What recognizing took of the workers' time.",
                        seconds(numbers.worked())));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
