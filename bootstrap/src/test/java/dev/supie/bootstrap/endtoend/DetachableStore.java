package dev.supie.bootstrap.endtoend;

import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The real store, which can be taken away from the services that use it, so that what they hold
/// themselves can be weighed.
final class DetachableStore implements MeetingStore, AutoCloseable {

    private record Attached(JooqDatabase database, MeetingStore meetings) {}

    private Optional<Attached> attached;

    DetachableStore(Path folder) throws DatabaseOpenException {
        JooqDatabase database = JooqDatabase.open(new DatabaseLocation.Folder(folder));
        attached = Optional.of(new Attached(database, database.meetings()));
    }

    private MeetingStore store() {
        return attached.orElseThrow().meetings();
    }

    @Override
    public void save(MeetingStep step) {
        store().save(step);
    }

    @Override
    public Optional<StoredMeeting> load(MeetingId id) {
        return store().load(id);
    }

    @Override
    public List<MeetingId> unfinished() {
        return store().unfinished();
    }

    @Override
    public Optional<MeetingHead> latestOf(DeviceId device) {
        return store().latestOf(device);
    }

    @Override
    public boolean hasSummaryFor(DeviceId device) {
        return store().hasSummaryFor(device);
    }

    @Override
    public List<StoredMeeting> undelivered(DeviceId device, int limit) {
        return store().undelivered(device, limit);
    }

    @Override
    public List<Origin> awaited(DeviceId guest, int limit) {
        return store().awaited(guest, limit);
    }

    @Override
    public List<Segment> segments(MeetingId id, long first, long last) {
        return store().segments(id, first, last);
    }

    /// Closes the database and forgets it.
    @Override
    public void close() {
        attached.ifPresent(open -> open.database().close());
        attached = Optional.empty();
    }
}
