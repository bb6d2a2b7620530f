package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Window;

import java.time.Duration;
import java.util.List;

/// A meeting as it was stored.
///
/// @param version of the newest step
/// @param snippets those not yet part of a segment, and those that came at most
///   [#SNIPPETS_KEPT_FOR] before the newest one, in order
/// @param tail the last segments, at most [#TAIL_MAX], in order
/// @param open one entry per segment that the notes do not cover yet, in order, each a window of
///   that one segment
public record StoredMeeting(
        MeetingHead head,
        long version,
        List<Snippet> snippets,
        List<Segment> tail,
        List<Window> open) {

    /// MTG-4: what a badge is shown of the transcript.
    public static final int TAIL_MAX = 50;

    /// MTG-3: how long the same text counts as a repetition, so how long snippets are still needed
    /// after they were merged.
    public static final Duration SNIPPETS_KEPT_FOR = Duration.ofSeconds(60);

    public StoredMeeting {
        snippets = List.copyOf(snippets);
        tail = List.copyOf(tail);
        open = List.copyOf(open);
    }
}
