package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Window;

import java.util.List;

/// A meeting as it was stored.
///
/// @param version of the newest step
/// @param snippets those not yet part of a segment, and those of the last 60 s before the newest
///   one (MTG-3), in order
/// @param tail the last segments, at most 50, in order (MTG-4)
/// @param open one entry per segment that the notes do not cover yet, in order, each a window of
///   that one segment
/// @param joined the badges that have joined it, in the order in which they came first
public record StoredMeeting(
        MeetingHead head,
        long version,
        List<Snippet> snippets,
        List<Segment> tail,
        List<Window> open,
        List<Joined> joined) {

    public StoredMeeting {
        snippets = List.copyOf(snippets);
        tail = List.copyOf(tail);
        open = List.copyOf(open);
        joined = List.copyOf(joined);
    }
}
