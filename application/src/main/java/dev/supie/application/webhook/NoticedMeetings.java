package dev.supie.application.webhook;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A store of meetings whose notices somebody wants, or nobody.
///
/// @param kept what is stored of a step
/// @param mayBeStored called after each step that was stored with a notice
record NoticedMeetings(MeetingStore store, UnaryOperator<MeetingStep> kept, Runnable mayBeStored)
        implements MeetingStore {

    /// Calls also after a failure, because then nobody knows whether the step was stored.
    @Override
    public void save(MeetingStep step) {
        MeetingStep stored = kept.apply(step);
        try {
            store.save(stored);
        } finally {
            if (!stored.notices().isEmpty()) {
                mayBeStored.run();
            }
        }
    }

    @Override
    public Optional<StoredMeeting> load(MeetingId id) {
        return store.load(id);
    }

    @Override
    public List<MeetingId> unfinished() {
        return store.unfinished();
    }

    @Override
    public Optional<MeetingHead> latestOf(DeviceId device) {
        return store.latestOf(device);
    }

    @Override
    public boolean hasSummaryFor(DeviceId device) {
        return store.hasSummaryFor(device);
    }

    @Override
    public List<StoredMeeting> undelivered(DeviceId device, int limit) {
        return store.undelivered(device, limit);
    }

    @Override
    public List<Origin> awaited(DeviceId guest, int limit) {
        return store.awaited(guest, limit);
    }

    @Override
    public List<Segment> segments(MeetingId id, long first, long last) {
        return store.segments(id, first, last);
    }
}
