package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Summary;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A summary under the names that it has on the badge's wire (MTG-8).
///
/// @param duration `HH:MM:SS`
/// @param degraded true or left out
/// @param degradedReason why it is degraded; left out otherwise
@JsonbPropertyOrder({
    "sessionId",
    "title",
    "duration",
    "bullets",
    "decisions",
    "actions",
    "risks",
    "nextSteps",
    "bulletsLength",
    "sourceSegments",
    "checkpoint",
    "provider",
    "degraded",
    "degradedReason"
})
record SummaryBody(
        String sessionId,
        String title,
        String duration,
        List<String> bullets,
        List<String> decisions,
        List<String> actions,
        List<String> risks,
        List<String> nextSteps,
        int bulletsLength,
        long sourceSegments,
        boolean checkpoint,
        String provider,
        Optional<Boolean> degraded,
        Optional<String> degradedReason) {

    static SummaryBody of(Summary summary) {
        Minutes minutes = summary.minutes();
        Optional<String> reason =
                switch (summary.quality()) {
                    case Quality.Full _ -> Optional.empty();
                    case Quality.Degraded(String why) -> Optional.of(why);
                };
        return new SummaryBody(
                summary.meeting().value(),
                minutes.title(),
                clock(summary.duration()),
                minutes.bullets(),
                minutes.decisions(),
                minutes.actions(),
                minutes.risks(),
                minutes.nextSteps(),
                minutes.bullets().size(),
                summary.sourceSegments(),
                summary.checkpoint(),
                summary.provider(),
                reason.map(_ -> true),
                reason);
    }

    private static String clock(Duration duration) {
        return "%02d:%02d:%02d"
                .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
