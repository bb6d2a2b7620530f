package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.Segment;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A meeting as REST-1 shows it; absent parts are left out of the JSON.
///
/// @param startedAt ISO-8601, and in epoch milliseconds beside it; so is the end
/// @param durationMs what the summary says; before there is one, start to end or start to now
/// @param phase `recording`, `finalizing` or `finalized`
/// @param title the summary's; before there is one, the working title, possibly empty
/// @param preview the first segments, if they were asked for
@JsonbPropertyOrder({
    "id",
    "deviceId",
    "title",
    "phase",
    "startedAt",
    "startedAtMs",
    "endedAt",
    "endedAtMs",
    "durationMs",
    "totalSegments",
    "summary",
    "preview"
})
record MeetingBody(
        String id,
        String deviceId,
        String title,
        String phase,
        String startedAt,
        long startedAtMs,
        Optional<String> endedAt,
        Optional<Long> endedAtMs,
        long durationMs,
        long totalSegments,
        Optional<SummaryBody> summary,
        Optional<List<SegmentBody>> preview) {

    /// A meeting in a list, without its summary.
    static MeetingBody listed(MeetingHead head, Instant now) {
        return of(head, now, Optional.empty(), Optional.empty());
    }

    static MeetingBody detailed(MeetingHead head, Instant now, Optional<List<Segment>> preview) {
        Optional<SummaryBody> summary =
                switch (head.phase()) {
                    case Phase.Recording _, Phase.Finalizing _ -> Optional.empty();
                    case Phase.Finalized finalized ->
                            Optional.of(SummaryBody.of(finalized.summary()));
                };
        return of(head, now, summary, preview.map(SegmentBody::of));
    }

    private static MeetingBody of(
            MeetingHead head,
            Instant now,
            Optional<SummaryBody> summary,
            Optional<List<SegmentBody>> preview) {
        Optional<Instant> end = end(head.phase());
        return new MeetingBody(
                head.id().value(),
                head.device().value(),
                title(head),
                name(head.phase()),
                head.startedAt().toString(),
                head.startedAt().toEpochMilli(),
                end.map(Instant::toString),
                end.map(Instant::toEpochMilli),
                duration(head, now).toMillis(),
                head.segmentCount(),
                summary,
                preview);
    }

    private static Optional<Instant> end(Phase phase) {
        return switch (phase) {
            case Phase.Recording _ -> Optional.empty();
            case Phase.Finalizing(Instant endedAt) -> Optional.of(endedAt);
            case Phase.Finalized finalized -> Optional.of(finalized.endedAt());
        };
    }

    private static String title(MeetingHead head) {
        return switch (head.phase()) {
            case Phase.Recording _, Phase.Finalizing _ -> head.notes().title();
            case Phase.Finalized finalized -> finalized.summary().minutes().title();
        };
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case Phase.Recording _ -> "recording";
            case Phase.Finalizing _ -> "finalizing";
            case Phase.Finalized _ -> "finalized";
        };
    }

    private static Duration duration(MeetingHead head, Instant now) {
        Duration known =
                switch (head.phase()) {
                    case Phase.Recording _ -> Duration.between(head.startedAt(), now);
                    case Phase.Finalizing(Instant endedAt) ->
                            Duration.between(head.startedAt(), endedAt);
                    case Phase.Finalized finalized -> finalized.summary().duration();
                };
        // A wall clock that was set back must not show a meeting of negative length.
        return known.isNegative() ? Duration.ZERO : known;
    }
}
