package dev.supie.application.contract;

import static dev.supie.application.contract.SampleMeeting.START;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which meetings are found, and in which order. Meetings that started in the same millisecond are
/// in the order in which they were created.
public abstract class MeetingListsContract extends MeetingContract {

    private static final DeviceId BADGE = new DeviceId("badge-1");
    private static final DeviceId STRANGER = new DeviceId("badge-9");

    @Test
    void unfinishedMeetingsAreThoseNotFinalizedOldestFirst() {
        store().save(new SampleMeeting("z-newest", "badge-1", START.plusSeconds(9)).next());
        store().save(new SampleMeeting("y-first-of-two", "badge-2", START.plusSeconds(5)).next());
        store().save(
                        new SampleMeeting("x-second-of-two", "badge-1", START.plusSeconds(5))
                                .in(new Phase.Finalizing(START.plusSeconds(6))));
        store().save(new SampleMeeting("done", "badge-1", START).finalized(false));
        store().save(new SampleMeeting("delivered", "badge-1", START).finalized(true));
        store().save(new SampleMeeting("w-oldest", "badge-3", START.minusSeconds(1)).next());
        assertEquals(
                List.of("w-oldest", "y-first-of-two", "x-second-of-two", "z-newest"),
                store().unfinished().stream().map(id -> id.value()).toList());
    }

    @Test
    void theLatestMeetingOfABadgeIsTheOneThatStartedLastInAnyPhase() {
        assertEquals(Optional.empty(), store().latestOf(BADGE));
        SampleMeeting latest = new SampleMeeting("m1", "badge-1", START.plusSeconds(1));
        store().save(latest.finalized(true));
        store().save(new SampleMeeting("m2", "badge-1", START).next());
        store().save(new SampleMeeting("m3", "badge-2", START.plusSeconds(9)).next());
        assertEquals(Optional.of(latest.head()), store().latestOf(BADGE));
        assertEquals(Optional.empty(), store().latestOf(STRANGER));

        SampleMeeting sameMoment = new SampleMeeting("a", "badge-1", START.plusSeconds(1));
        store().save(sameMoment.next());
        assertEquals(Optional.of(sameMoment.head()), store().latestOf(BADGE));
    }

    @Test
    void undeliveredMeetingsAreFinalizedOnesOfTheBadgeOldestFirst() {
        SampleMeeting newer = new SampleMeeting("a-newer", "badge-1", START.plusSeconds(2));
        store().save(newer.merged("text"));
        store().save(newer.finalized(false));
        SampleMeeting older = new SampleMeeting("b-older", "badge-1", START.plusSeconds(1));
        store().save(older.finalized(false));
        store().save(new SampleMeeting("told", "badge-1", START).finalized(true));
        store().save(new SampleMeeting("other", "badge-2", START).finalized(false));
        store().save(new SampleMeeting("running", "badge-1", START).next());
        store().save(
                        new SampleMeeting("ending", "badge-1", START)
                                .in(new Phase.Finalizing(START.plusSeconds(1))));

        List<StoredMeeting> both = store().undelivered(BADGE, 10);
        assertEquals(List.of(loaded(older), loaded(newer)), both);
        assertEquals(both.subList(0, 1), store().undelivered(BADGE, 1));
        assertEquals(List.of(), store().undelivered(STRANGER, 10));
        assertTrue(store().hasSummaryFor(BADGE));
        assertFalse(store().hasSummaryFor(STRANGER));

        store().save(older.finalized(true));
        assertEquals(both.subList(1, 2), store().undelivered(BADGE, 10));

        store().save(newer.finalized(true));
        assertFalse(store().hasSummaryFor(BADGE));
    }

    @Test
    void undeliveredGivesNoMoreThanItsLimit() {
        for (int i = 0; i < 7; i++) {
            store().save(
                            new SampleMeeting("m" + i, "badge-1", START.minusSeconds(i))
                                    .finalized(false));
        }
        assertEquals(
                List.of("m6", "m5", "m4", "m3", "m2"),
                ids(store().undelivered(BADGE, 5).stream().map(StoredMeeting::head).toList()));
    }

    @Test
    void recentMeetingsComeLastStartedFirstInAnyPhase() {
        store().save(new SampleMeeting("z", "badge-1", START).finalized(true));
        store().save(new SampleMeeting("y", "badge-2", START).next());
        store().save(
                        new SampleMeeting("x", "badge-1", START.plusSeconds(1))
                                .in(new Phase.Finalizing(START.plusSeconds(2))));
        store().save(new SampleMeeting("w", "badge-1", START.minusSeconds(1)).finalized(false));
        assertEquals(List.of("x", "y", "z", "w"), ids(recent(10, Optional.empty())));
        assertEquals(List.of("x", "y"), ids(recent(2, Optional.empty())));
        assertEquals(List.of("x", "z", "w"), ids(recent(10, Optional.of(BADGE))));
        assertEquals(List.of(), recent(10, Optional.of(STRANGER)));
    }

    @Test
    void recentMeetingsAreReadInPages() {
        for (int i = 0; i < 5; i++) {
            store().save(new SampleMeeting("m" + i, "badge-" + i % 2, START).next());
        }
        assertEquals(List.of("m4", "m3"), page(0, 2, Optional.empty()));
        assertEquals(List.of("m2", "m1"), page(2, 2, Optional.empty()));
        assertEquals(List.of("m0"), page(4, 2, Optional.empty()));
        assertEquals(List.of(), page(ArchiveQuery.OFFSET_MAX, 2, Optional.empty()));
        assertEquals(List.of("m1"), page(1, 2, Optional.of(BADGE)));
    }

    private List<String> page(int offset, int limit, Optional<DeviceId> device) {
        return ids(
                archive()
                        .recent(new ArchiveQuery(offset, limit, device, Instant.MIN, Instant.MAX)));
    }

    @Test
    void recentMeetingsStartAtOrAfterFromAndBeforeTo() {
        for (int i = 0; i < 4; i++) {
            store().save(new SampleMeeting("m" + i, "badge-1", START.plusMillis(i)).next());
        }
        assertEquals(List.of("m2", "m1"), between(START.plusMillis(1), START.plusMillis(3)));
        assertEquals(List.of("m2"), between(START.plusMillis(1).plusNanos(1), START.plusMillis(3)));
        assertEquals(
                List.of("m3", "m2"),
                between(START.plusMillis(2), START.plusMillis(3).plusNanos(1)));
        assertEquals(List.of(), between(START.plusMillis(3), START.plusMillis(3)));
        assertEquals(4, between(Instant.MIN, Instant.MAX).size());
    }

    @Test
    void theTranscriptIsReadInPages() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.merged("a", "b", "c", "d", "e"));
        assertEquals(List.of("a", "b"), texts(archive().transcript(meeting.id(), 0, 2)));
        assertEquals(List.of("c", "d"), texts(archive().transcript(meeting.id(), 2, 2)));
        assertEquals(List.of("e"), texts(archive().transcript(meeting.id(), 4, 2)));
        assertEquals(List.of(), archive().transcript(meeting.id(), 5, 2));
        assertEquals(List.of(), archive().transcript(meeting.id(), Long.MAX_VALUE, 2));
    }

    private List<MeetingHead> recent(int limit, Optional<DeviceId> device) {
        return archive().recent(new ArchiveQuery(limit, device, Instant.MIN, Instant.MAX));
    }

    private List<String> between(Instant from, Instant to) {
        return ids(archive().recent(new ArchiveQuery(100, Optional.empty(), from, to)));
    }

    private static List<String> ids(List<MeetingHead> heads) {
        return heads.stream().map(head -> head.id().value()).toList();
    }

    private static List<String> texts(List<Segment> segments) {
        return segments.stream().map(Segment::text).toList();
    }
}
