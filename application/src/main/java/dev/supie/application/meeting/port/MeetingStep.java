package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import java.util.List;

/// One decided step of a meeting, ready to be stored.
///
/// @param expectedVersion the version the decision was made on; 0 for a new meeting
public record MeetingStep(
        MeetingHead head, long expectedVersion, List<Snippet> snippets, List<Segment> segments) {

    public MeetingStep {
        snippets = List.copyOf(snippets);
        segments = List.copyOf(segments);
    }
}
