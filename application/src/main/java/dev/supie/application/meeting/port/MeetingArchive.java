package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;

import java.util.List;
import java.util.Optional;

/// Reads meetings for people (REST-1). It never changes anything and may run beside writers; it
/// sees whole steps only. Every method may throw [StoreException].
public interface MeetingArchive {

    /// Meetings in any phase, the last started first.
    List<MeetingHead> recent(ArchiveQuery query);

    Optional<MeetingHead> find(MeetingId id);

    /// At most `limit` segments after skipping `offset`, in order.
    List<Segment> transcript(MeetingId id, long offset, int limit);
}
