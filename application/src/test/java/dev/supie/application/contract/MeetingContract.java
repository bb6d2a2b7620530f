package dev.supie.application.contract;

import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.meeting.MeetingId;

/// What the contracts of the meeting ports have in common: both look at the same, empty storage.
public abstract class MeetingContract {

    /// Empty when a test begins.
    protected abstract MeetingStore store();

    /// Of the same meetings.
    protected abstract MeetingArchive archive();

    final StoredMeeting loaded(MeetingId id) {
        return store().load(id).orElseThrow();
    }

    final StoredMeeting loaded(SampleMeeting meeting) {
        return loaded(meeting.id());
    }
}
