package dev.supie.application.contract;

import static dev.supie.application.contract.SampleMeeting.START;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Badges in meetings of others: the store keeps who has joined, and finds it again (MTG-9).
public abstract class MeetingGuestsContract extends MeetingContract {

    private static final DeviceId GUEST = new DeviceId("guest-1");
    private static final DeviceId OTHER = new DeviceId("guest-2");

    /// Of the same meetings.
    protected abstract MeetingDisposal disposal();

    @Test
    void guestsComeBackInTheOrderInWhichTheyCameFirst() {
        SampleMeeting meeting = new SampleMeeting("m1");
        Joined late = joined(OTHER, START.plusSeconds(1), Standing.MEMBER);
        Joined early = joined(GUEST, START.plusSeconds(2), Standing.MEMBER);
        store().save(meeting.joined(late));
        store().save(meeting.joined(early));
        store().save(meeting.next());

        assertEquals(List.of(late, early), loaded(meeting).joined());
        assertEquals(List.of(late, early), guestsOf(store().unfinished().getFirst()));
    }

    @Test
    void aGuestIsKeptAsItWasGivenLast() {
        SampleMeeting meeting = new SampleMeeting("m1");
        Joined other = joined(OTHER, START, Standing.MEMBER);
        store().save(meeting.joined(joined(GUEST, START, Standing.MEMBER), other));
        for (Standing standing : Standing.values()) {
            Joined now = joined(GUEST, START.plusSeconds(7), standing);
            store().save(meeting.joined(now));

            assertEquals(List.of(now, other), loaded(meeting).joined());
        }
    }

    @Test
    void aMeetingOfABadgeAloneHasNone() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START, "text"));

        assertEquals(List.of(), loaded(meeting).joined());
        assertEquals(Optional.empty(), loaded(meeting).head().code());
    }

    @Test
    void theCodeComesBackUntilItIsGone() {
        SampleMeeting meeting = new SampleMeeting("m1");
        Optional<JoinCode> code = Optional.of(JoinCode.of(1234));
        store().save(meeting.invitingWith(code));
        assertEquals(code, loaded(meeting).head().code());
        assertEquals(code, archive().find(meeting.id()).orElseThrow().code());

        store().save(meeting.invitingWith(Optional.empty()));
        assertEquals(Optional.empty(), loaded(meeting).head().code());
    }

    @Test
    void awaitedAreTheFinalizedOnesThatTheGuestHasNotBeenGiven() {
        SampleMeeting newer = finalized("a-newer", START.plusSeconds(9), Standing.LEFT);
        SampleMeeting older = finalized("b-older", START, Standing.MEMBER);
        finalized("served", START, Standing.SERVED);
        SampleMeeting running = new SampleMeeting("running");
        store().save(running.joined(joined(GUEST, START, Standing.MEMBER)));

        List<Origin> both = List.of(origin(older), origin(newer));
        assertEquals(both, store().awaited(GUEST, 10));
        assertEquals(both.subList(0, 1), store().awaited(GUEST, 1));
        assertEquals(List.of(), store().awaited(OTHER, 10));
        assertEquals(List.of(), store().awaited(new DeviceId("badge-1"), 10));
        assertTrue(store().hasSummaryFor(GUEST));
        assertFalse(store().hasSummaryFor(OTHER));

        store().save(older.joined(joined(GUEST, START, Standing.SERVED)));
        assertEquals(both.subList(1, 2), store().awaited(GUEST, 10));

        store().save(newer.joined(joined(GUEST, START.plusSeconds(9), Standing.SERVED)));
        assertFalse(store().hasSummaryFor(GUEST));
    }

    /// Each is told for itself.
    @Test
    void whatAGuestWasGivenIsNotWhatItsOwnBadgeWasGiven() {
        SampleMeeting meeting = finalized("m1", START, Standing.MEMBER);
        store().save(meeting.joined(joined(GUEST, START, Standing.SERVED)));

        assertEquals(
                List.of("m1"),
                store().undelivered(new DeviceId("badge-1"), 10).stream()
                        .map(StoredMeeting::head)
                        .map(head -> head.id().value())
                        .toList());
    }

    @Test
    void theLatestMeetingOfABadgeMayBeThatOfAnotherOne() {
        SampleMeeting own = new SampleMeeting("own", GUEST.value(), START.plusSeconds(10));
        store().save(own.next());
        SampleMeeting joined = new SampleMeeting("joined");
        store().save(joined.joined(joined(GUEST, START.plusSeconds(9), Standing.MEMBER)));
        assertEquals("own", latest());

        store().save(joined.joined(joined(GUEST, START.plusSeconds(10), Standing.SERVED)));
        assertEquals("joined", latest());

        store().save(joined.joined(joined(GUEST, START.plusSeconds(11), Standing.LEFT)));
        assertEquals("own", latest());
    }

    @Test
    void guestsGoWithTheirMeeting() {
        SampleMeeting meeting = finalized("m1", START, Standing.MEMBER);

        disposal().dispose(meeting.id());

        assertEquals(List.of(), store().awaited(GUEST, 10));
        assertEquals(Optional.empty(), store().latestOf(GUEST));
    }

    private SampleMeeting finalized(String id, Instant startedAt, Standing standing) {
        SampleMeeting meeting = new SampleMeeting(id, "badge-1", startedAt);
        store().save(meeting.joined(joined(GUEST, startedAt, standing)));
        store().save(meeting.finalized(false));
        return meeting;
    }

    private String latest() {
        return store().latestOf(GUEST).map(MeetingHead::id).map(MeetingId::value).orElseThrow();
    }

    private List<Joined> guestsOf(MeetingId id) {
        return loaded(id).joined();
    }

    private static Origin origin(SampleMeeting meeting) {
        MeetingHead head = meeting.head();
        return new Origin(head.id(), head.device(), head.startedAt());
    }

    private static Joined joined(DeviceId device, Instant at, Standing standing) {
        return new Joined(device, at, standing);
    }
}
