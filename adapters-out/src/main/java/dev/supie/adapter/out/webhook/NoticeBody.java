package dev.supie.adapter.out.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Summary;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A notice as it is posted (HOOK-1): JSON in UTF-8, the same bytes for the same notice, with the
/// summary under the names that it has on the badge's wire (MTG-8).
final class NoticeBody {

    private static final JsonMapper JSON = new JsonMapper();

    private NoticeBody() {}

    static byte[] of(MeetingNotice notice) {
        ObjectNode body =
                JSON.createObjectNode()
                        .put("sessionId", notice.meeting().value())
                        .put("deviceId", notice.device().value());
        putSummary(body.putObject("summary"), notice.summary());
        putMetrics(body.putObject("metrics"), notice);
        body.put("durationMs", notice.summary().duration().toMillis());
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }

    private static void putSummary(ObjectNode json, Summary summary) {
        Minutes minutes = summary.minutes();
        json.put("sessionId", summary.meeting().value())
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
        switch (summary.quality()) {
            case Quality.Full _ -> {}
            case Quality.Degraded(String reason) ->
                    json.put("degraded", true).put("degradedReason", reason);
        }
    }

    private static void putMetrics(ObjectNode json, MeetingNotice notice) {
        json.put("startedAt", notice.startedAt().toEpochMilli())
                .put("endedAt", notice.endedAt().toEpochMilli())
                .put("snippets", notice.snippets())
                .put("segments", notice.summary().sourceSegments())
                .put("finalizeMs", notice.finalizing().toMillis());
    }

    private static void putTexts(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
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
