package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import java.util.List;

/// One decided step of a meeting, ready to be stored.
///
/// @param expectedVersion the version the decision was made on; 0 for a new meeting
/// @param notices for the outbox (HOOK-1): one in the step that finalizes the meeting, if there is
///   a webhook; none in all others
/// @param joined guests that are new, or of whom something has changed
public record MeetingStep(
        MeetingHead head,
        long expectedVersion,
        List<Snippet> snippets,
        List<Segment> segments,
        List<MeetingNotice> notices,
        List<Joined> joined) {

    public MeetingStep {
        snippets = List.copyOf(snippets);
        segments = List.copyOf(segments);
        notices = List.copyOf(notices);
        joined = List.copyOf(joined);
    }

    /// A step in which nobody joins or leaves.
    public MeetingStep(
            MeetingHead head,
            long expectedVersion,
            List<Snippet> snippets,
            List<Segment> segments,
            List<MeetingNotice> notices) {
        this(head, expectedVersion, snippets, segments, notices, List.of());
    }

    /// A step of which nobody else is told.
    public MeetingStep(
            MeetingHead head,
            long expectedVersion,
            List<Snippet> snippets,
            List<Segment> segments) {
        this(head, expectedVersion, snippets, segments, List.of());
    }

    /// The same, told to nobody.
    public MeetingStep withoutNotices() {
        return new MeetingStep(head, expectedVersion, snippets, segments, List.of(), joined);
    }
}
