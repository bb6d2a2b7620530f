package dev.supie.application.fake;

import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The form in which [dev.supie.application.meeting.port.MeetingStore] gives things back: times to
/// the millisecond, text that is text.
final class KeptForm {

    private KeptForm() {}

    static MeetingHead of(MeetingHead head) {
        return new MeetingHead(
                head.id(),
                head.device(),
                of(head.startedAt()),
                of(head.phase()),
                of(head.aliveAt()),
                of(head.lastSnippetAt()),
                head.snippetCount(),
                head.mergedSnippets(),
                head.segmentCount(),
                head.coveredSegments(),
                head.notes(),
                head.notesQuality(),
                head.invitation());
    }

    static Joined of(Joined joined) {
        return new Joined(joined.device(), of(joined.at()), joined.standing());
    }

    static Snippet of(Snippet snippet) {
        return new Snippet(
                snippet.number(),
                of(snippet.at()),
                of(snippet.tag()),
                of(snippet.speaker()),
                of(snippet.text()));
    }

    static Segment of(Segment segment) {
        return new Segment(
                segment.number(), of(segment.at()), of(segment.speaker()), of(segment.text()));
    }

    private static Phase of(Phase phase) {
        return switch (phase) {
            case Phase.Recording recording -> recording;
            case Phase.Finalizing(Instant endedAt) -> new Phase.Finalizing(of(endedAt));
            case Phase.Finalized(Instant endedAt, var summary, boolean delivered) ->
                    new Phase.Finalized(of(endedAt), summary, delivered);
        };
    }

    private static Instant of(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /// A half of a surrogate pair is a character of that range that has no partner beside it.
    private static String of(String text) {
        return text.replaceAll("[\\x{0}\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }
}
