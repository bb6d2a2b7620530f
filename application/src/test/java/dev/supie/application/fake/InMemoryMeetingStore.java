package dev.supie.application.fake;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StaleMeetingException;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Meetings in memory, for tests: keeps the contract of all their ports, and can be told to fail.
///
/// The same calls always give the same answers in the same order, whatever the hash codes are, so a
/// seeded simulation can rely on it. It outlives a simulated restart by being handed on.
public final class InMemoryMeetingStore implements MeetingStore, MeetingArchive, MeetingDisposal {

    private enum Fault {
        NONE,
        BEFORE_WRITING,
        AFTER_WRITING
    }

    private static final Comparator<KeptMeeting> OLDEST_FIRST =
            Comparator.comparing(meeting -> meeting.head().startedAt());

    /// In the order of creation, which settles ties because sorting is stable.
    private final Map<MeetingId, KeptMeeting> meetings = new LinkedHashMap<>();

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private Fault nextSave = Fault.NONE;
    private Runnable duringSave = () -> {};

    private boolean away;
    private int refused;

    /// Rows of meetings that were disposed of.
    private int leftOver;

    /// Where the notices of its steps go.
    public InMemoryOutbox outbox() {
        return outbox;
    }

    /// From now on every read and write throws, as when the database is not reachable.
    public synchronized void goAway() {
        away = true;
    }

    /// Everything works again.
    public synchronized void comeBack() {
        away = false;
    }

    /// Calls that found the store away.
    public synchronized int refused() {
        return refused;
    }

    private void reach() {
        if (away) {
            refused++;
            throw new StoreException("planned failure", new IOException("the store is away"));
        }
    }

    /// The next save throws, and nothing is written.
    public synchronized void failNextSaveBefore() {
        nextSave = Fault.BEFORE_WRITING;
    }

    /// The next save throws although its step is written: the answer of a commit got lost.
    public synchronized void failNextSaveAfter() {
        nextSave = Fault.AFTER_WRITING;
    }

    /// Something else happens while the next save is under way. It must not come back here for the
    /// same badge, whose turn is taken.
    public synchronized void duringNextSave(Runnable meanwhile) {
        duringSave = meanwhile;
    }

    @Override
    public synchronized void save(MeetingStep step) {
        Runnable meanwhile = duringSave;
        duringSave = () -> {};
        meanwhile.run();
        reach();
        Fault fault = nextSave;
        nextSave = Fault.NONE;
        switch (fault) {
            case NONE -> store(step);
            case BEFORE_WRITING -> throw plannedFailure("before");
            case AFTER_WRITING -> {
                store(step);
                throw plannedFailure("after");
            }
        }
    }

    @Override
    public synchronized Optional<StoredMeeting> load(MeetingId id) {
        reach();
        return Optional.ofNullable(meetings.get(id)).map(KeptMeeting::stored);
    }

    @Override
    public synchronized List<MeetingId> unfinished() {
        reach();
        return oldestFirst(meeting -> !(meeting.head().phase() instanceof Phase.Finalized))
                .map(meeting -> meeting.head().id())
                .toList();
    }

    @Override
    public synchronized Optional<MeetingHead> latestOf(DeviceId device) {
        reach();
        Optional<MeetingHead> own =
                newestFirst(meeting -> meeting.head().device().equals(device)).findFirst();
        return lastJoinedBy(device)
                .filter(joined -> own.isEmpty() || !joined.at().isBefore(own.get().startedAt()))
                .map(LastJoined::head)
                .or(() -> own);
    }

    private record LastJoined(MeetingHead head, Instant at) {}

    private Optional<LastJoined> lastJoinedBy(DeviceId device) {
        return meetings.values().stream()
                .flatMap(
                        meeting ->
                                meeting.joined().stream()
                                        .filter(joined -> joined.device().equals(device))
                                        .filter(joined -> joined.standing() != Standing.LEFT)
                                        .map(joined -> new LastJoined(meeting.head(), joined.at())))
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next);
    }

    @Override
    public synchronized boolean hasSummaryFor(DeviceId device) {
        reach();
        return meetings.values().stream()
                .anyMatch(meeting -> isUndelivered(meeting, device) || isAwaited(meeting, device));
    }

    @Override
    public synchronized List<Origin> awaited(DeviceId guest, int limit) {
        reach();
        return oldestFirst(meeting -> isAwaited(meeting, guest))
                .limit(limit)
                .map(KeptMeeting::head)
                .map(head -> new Origin(head.id(), head.device(), head.startedAt()))
                .toList();
    }

    @Override
    public synchronized List<StoredMeeting> undelivered(DeviceId device, int limit) {
        reach();
        return oldestFirst(meeting -> isUndelivered(meeting, device))
                .limit(limit)
                .map(KeptMeeting::stored)
                .toList();
    }

    private static boolean isUndelivered(KeptMeeting meeting, DeviceId device) {
        return meeting.head().device().equals(device)
                && meeting.head().phase()
                        instanceof Phase.Finalized(var _, var _, boolean delivered)
                && !delivered;
    }

    private static boolean isAwaited(KeptMeeting meeting, DeviceId guest) {
        return meeting.head().phase() instanceof Phase.Finalized
                && meeting.joined().stream()
                        .filter(joined -> joined.device().equals(guest))
                        .anyMatch(joined -> joined.standing() != Standing.SERVED);
    }

    @Override
    public synchronized List<Segment> segments(MeetingId id, long first, long last) {
        reach();
        return segmentsOf(id)
                .filter(segment -> segment.number() >= first && segment.number() <= last)
                .toList();
    }

    @Override
    public synchronized List<MeetingHead> recent(ArchiveQuery query) {
        return newestFirst(
                        meeting -> {
                            MeetingHead head = meeting.head();
                            return query.device().map(head.device()::equals).orElse(true)
                                    && !head.startedAt().isBefore(query.from())
                                    && head.startedAt().isBefore(query.to());
                        })
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Optional<MeetingHead> find(MeetingId id) {
        return Optional.ofNullable(meetings.get(id)).map(KeptMeeting::head);
    }

    @Override
    public synchronized List<Segment> transcript(MeetingId id, long offset, int limit) {
        return segmentsOf(id).skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized Outcome dispose(MeetingId id) {
        reach();
        KeptMeeting meeting = meetings.get(id);
        if (meeting == null) {
            return new Outcome.Unknown();
        }
        return switch (meeting.head().phase()) {
            case Phase.Recording _, Phase.Finalizing _ -> new Outcome.Unfinished();
            case Phase.Finalized(var _, var _, boolean delivered) -> {
                meetings.remove(id);
                leftOver += 1 + meeting.rows();
                yield new Outcome.Gone(meeting.head().device(), delivered);
            }
        };
    }

    @Override
    public synchronized List<MeetingId> surplus(int kept, int limit) {
        reach();
        List<MeetingHead> old = newestFirst(_ -> true).skip(kept).toList();
        Stream<MeetingHead> delivered = old.stream().filter(head -> isFinalized(head, true));
        Stream<MeetingHead> waiting =
                old.stream().filter(head -> isFinalized(head, false)).skip(kept);
        return Stream.concat(delivered, waiting).limit(limit).map(MeetingHead::id).toList();
    }

    private static boolean isFinalized(MeetingHead head, boolean asDelivered) {
        return head.phase() instanceof Phase.Finalized(var _, var _, boolean delivered)
                && delivered == asDelivered;
    }

    @Override
    public synchronized int clear(int rowsMax) {
        reach();
        int cleared = Math.min(leftOver, rowsMax);
        leftOver -= cleared;
        return cleared;
    }

    private void store(MeetingStep step) {
        MeetingId id = step.head().id();
        KeptMeeting meeting = meetings.get(id);
        if (meeting == null) {
            meeting = new KeptMeeting(step.head());
        }
        if (meeting.version() != step.expectedVersion()) {
            throw new StaleMeetingException(id, step.expectedVersion());
        }
        meeting.add(step);
        meetings.put(id, meeting);
        outbox.add(step.notices());
    }

    private Stream<Segment> segmentsOf(MeetingId id) {
        KeptMeeting meeting = meetings.get(id);
        return meeting == null ? Stream.empty() : meeting.segments().stream();
    }

    private Stream<KeptMeeting> oldestFirst(Predicate<KeptMeeting> asked) {
        return meetings.values().stream().filter(asked).sorted(OLDEST_FIRST);
    }

    private Stream<MeetingHead> newestFirst(Predicate<KeptMeeting> asked) {
        return oldestFirst(asked).toList().reversed().stream().map(KeptMeeting::head);
    }

    private static StoreException plannedFailure(String when) {
        return new StoreException(
                "planned failure", new IOException("the disk failed " + when + " writing"));
    }
}
