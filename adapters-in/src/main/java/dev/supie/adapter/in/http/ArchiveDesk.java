package dev.supie.adapter.in.http;

import dev.supie.application.archive.MeetingRemovals;
import dev.supie.application.archive.MeetingSearch;
import dev.supie.application.meeting.port.MeetingArchive;

/// What people ask for meetings that were recorded. All of it is asked from request threads, many
/// at once.
public record ArchiveDesk(MeetingArchive archive, MeetingSearch search, MeetingRemovals removals) {}
