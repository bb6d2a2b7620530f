package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage.FinalizeAck;
import dev.supie.application.connection.port.BadgeMessage.MeetingProgress;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ShownSummary;
import dev.supie.application.connection.port.BadgeMessage.ShownTranscript;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.TranscriptPush;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Summary;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The messages of a meeting in their wire form (MTG-2, MTG-4 to MTG-8).
final class MeetingEncoder {

    /// The badge whose meeting it is, for those who do not take part (MTG-10).
    private static final String FROM = "from";

    private MeetingEncoder() {}

    static ObjectNode receipt(SnippetReceipt receipt) {
        ObjectNode message =
                MessageEncoder.typed(MeetingDecoder.TYPE)
                        .put("status", "ok")
                        .put("phase", Words.of(MeetingPhase.SNIPPET))
                        .put("accepted", receipt.accepted());
        putIfAny(message, "dropped", receipt.dropped());
        putIfAny(message, "ignored", receipt.ignored());
        return MessageEncoder.marked(message, receipt.rid());
    }

    static ObjectNode finalizeAck(FinalizeAck ack) {
        ObjectNode message =
                phase(Words.of(MeetingPhase.FINALIZE))
                        .put("sessionId", ack.meeting().value())
                        .put("startedAt", ack.startedAt().toEpochMilli())
                        .put("pendingCount", ack.pendingCount());
        MessageEncoder.putIfTrue(message, "idempotent", ack.idempotent());
        return MessageEncoder.marked(message, ack.rid());
    }

    static ObjectNode progress(MeetingProgress progress) {
        return phase("progress")
                .put("sessionId", progress.meeting().value())
                .put("stage", Words.of(progress.stage()))
                .put("elapsedMs", progress.elapsed().toMillis())
                .put("maxTokens", progress.tokensMax());
    }

    static ObjectNode transcript(TranscriptPush push) {
        ObjectNode message = phase("transcript").put("sessionId", push.meeting().value());
        ArrayNode segments = message.putArray("segments");
        for (Segment segment : push.segments()) {
            ObjectNode one =
                    segments.addObject()
                            .put("ts", segment.at().toEpochMilli())
                            .put("text", segment.text())
                            .put("speakerId", segment.speaker());
            String name = push.names().get(segment.speaker());
            if (name != null) {
                one.put("speaker", name);
            }
        }
        return message.put("totalSegments", push.totalSegments());
    }

    static ObjectNode summary(MeetingSummary message) {
        Summary summary = message.summary();
        Minutes minutes = summary.minutes();
        ObjectNode json =
                phase("summary")
                        .put("sessionId", summary.meeting().value())
                        .put("title", minutes.title())
                        .put("duration", clockTime(summary.duration()));
        putTexts(json, "bullets", minutes.bullets());
        putTexts(json, "decisions", minutes.decisions());
        putTexts(json, "actions", minutes.actions());
        putTexts(json, "risks", minutes.risks());
        putTexts(json, "nextSteps", minutes.nextSteps());
        json.put("bulletsLength", minutes.bullets().size())
                .put("sourceSegments", summary.sourceSegments())
                .put("checkpoint", summary.checkpoint())
                .put("provider", summary.provider());
        putQuality(json, summary.quality());
        MessageEncoder.putIfTrue(json, "idempotent", message.idempotent());
        return MessageEncoder.marked(json, message.rid());
    }

    static ObjectNode shown(ShownTranscript shown) {
        return transcript(shown.push()).put(FROM, shown.from().value());
    }

    static ObjectNode shown(ShownSummary shown) {
        return summary(new MeetingSummary(shown.summary(), false, Rid.NONE))
                .put(FROM, shown.from().value());
    }

    private static void putQuality(ObjectNode json, Quality quality) {
        switch (quality) {
            case Quality.Full _ -> {}
            case Quality.Degraded(String reason) ->
                    json.put("degraded", true).put("degradedReason", reason);
        }
    }

    private static ObjectNode phase(String phase) {
        return MessageEncoder.typed(MeetingDecoder.TYPE).put("phase", phase);
    }

    private static void putTexts(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    private static void putIfAny(ObjectNode message, String name, int count) {
        if (count > 0) {
            message.put(name, count);
        }
    }

    /// HH:MM:SS; hours go on beyond 99.
    private static String clockTime(Duration duration) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                duration.toHours(),
                duration.toMinutesPart(),
                duration.toSecondsPart());
    }
}
