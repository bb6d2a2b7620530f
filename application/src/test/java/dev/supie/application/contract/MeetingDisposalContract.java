package dev.supie.application.contract;

import static dev.supie.application.contract.SampleMeeting.START;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.archive.port.MeetingDisposal.Outcome;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.StaleMeetingException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is removed, what stays, and that nothing of a removed meeting is left (MTG-11).
public abstract class MeetingDisposalContract extends MeetingContract {

    private static final DeviceId BADGE = new DeviceId("badge-1");

    /// Of the same meetings.
    protected abstract MeetingDisposal disposal();

    @Test
    void aDisposedMeetingIsFoundByNobody() {
        SampleMeeting other = new SampleMeeting("stays", "badge-1", START.minusSeconds(1));
        store().save(other.merged("unharmed"));
        store().save(other.finalized(true));
        SampleMeeting meeting = new SampleMeeting("goes");
        store().save(meeting.merged("a", "b"));
        store().save(meeting.finalized(false));

        assertEquals(new Outcome.Gone(BADGE, false), disposal().dispose(meeting.id()));

        assertEquals(Optional.empty(), archive().find(meeting.id()));
        assertEquals(List.of(), archive().transcript(meeting.id(), 0, 10));
        assertEquals(Optional.empty(), store().load(meeting.id()));
        assertEquals(List.of(), store().undelivered(BADGE, 10));
        assertEquals(Optional.of(other.head()), store().latestOf(BADGE));
        assertEquals(
                List.of(other.head()),
                archive().recent(new ArchiveQuery(10, Optional.empty(), Instant.MIN, Instant.MAX)));
        assertEquals(new Outcome.Unknown(), disposal().dispose(meeting.id()));
    }

    @Test
    void whatIsNotFinalizedStays() {
        SampleMeeting recording = new SampleMeeting("recording");
        store().save(recording.next());
        SampleMeeting finalizing = new SampleMeeting("finalizing");
        store().save(finalizing.in(new Phase.Finalizing(START.plusSeconds(1))));

        assertEquals(new Outcome.Unfinished(), disposal().dispose(recording.id()));
        assertEquals(new Outcome.Unfinished(), disposal().dispose(finalizing.id()));

        assertEquals(List.of(recording.id(), finalizing.id()), store().unfinished());
        assertEquals(0, disposal().clear(10));
    }

    @Test
    void nobodyKnowsWhatNeverWas() {
        assertEquals(new Outcome.Unknown(), disposal().dispose(new MeetingId("never")));
    }

    @Test
    void theDeliveryOfMinutesThatAreGoneMeetsAStaleVersion() {
        SampleMeeting meeting = new SampleMeeting("goes");
        store().save(meeting.finalized(false));
        disposal().dispose(meeting.id());
        MeetingStep late = meeting.finalized(true);

        assertThrows(StaleMeetingException.class, () -> store().save(late));
        assertEquals(Optional.empty(), archive().find(meeting.id()));
    }

    @Test
    void saysWhetherTheMinutesHadBeenDelivered() {
        SampleMeeting meeting = new SampleMeeting("told");
        store().save(meeting.finalized(true));

        assertEquals(new Outcome.Gone(BADGE, true), disposal().dispose(meeting.id()));
    }

    @Test
    void rowsAreGivenBackAFewAtATimeAndThoseOfOthersStay() {
        SampleMeeting other = new SampleMeeting("stays");
        store().save(other.merged("x", "y"));
        dispose("one", "a", "b", "c", "d", "e");
        dispose("two", "f", "g");

        // Five and two segments, and a note of each meeting.
        int cleared = 0;
        int step = disposal().clear(3);
        while (step > 0) {
            assertTrue(step <= 3, "cleared " + step);
            cleared += step;
            step = disposal().clear(3);
        }

        assertEquals(9, cleared);
        assertEquals(List.of(), archive().transcript(new MeetingId("one"), 0, 10));
        assertEquals(List.of(), archive().transcript(new MeetingId("two"), 0, 10));
        assertEquals(2, archive().transcript(other.id(), 0, 10).size());
    }

    @Test
    void snippetsAreGivenBackToo() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(START, "one", "two"));
        store().save(meeting.finalized(true));
        disposal().dispose(meeting.id());

        assertEquals(3, disposal().clear(100));
        assertEquals(0, disposal().clear(100));
    }

    @Test
    void whatIsOlderThanTheNewestIsSurplus() {
        for (int i = 0; i < 6; i++) {
            store().save(
                            new SampleMeeting("m" + i, "badge-1", START.plusSeconds(i))
                                    .finalized(true));
        }
        assertEquals(Set.of(), surplus(6, 10));
        assertEquals(Set.of("m0"), surplus(5, 10));
        assertEquals(Set.of("m0", "m1", "m2", "m3", "m4"), surplus(1, 10));
        assertEquals(2, surplus(1, 2).size());
    }

    @Test
    void ofOneMillisecondTheOneCreatedFirstIsOlder() {
        store().save(new SampleMeeting("z-first").finalized(true));
        store().save(new SampleMeeting("a-second").finalized(true));
        store().save(new SampleMeeting("m-third").finalized(true));
        assertEquals(Set.of("z-first"), surplus(2, 10));
    }

    @Test
    void unfinishedMeetingsTakeTheirPlaceAndAreNeverSurplus() {
        store().save(new SampleMeeting("old-running", "b", START).next());
        store().save(new SampleMeeting("old", "b", START.plusSeconds(1)).finalized(true));
        store().save(new SampleMeeting("new", "b", START.plusSeconds(2)).finalized(true));
        store().save(new SampleMeeting("new-running", "b", START.plusSeconds(3)).next());
        assertEquals(Set.of("old"), surplus(2, 10));
        assertEquals(Set.of("old", "new"), surplus(1, 10));
    }

    @Test
    void asManyOlderMeetingsWithUndeliveredMinutesStayBesideThem() {
        for (int i = 0; i < 5; i++) {
            store().save(new SampleMeeting("w" + i, "b", START.plusSeconds(i)).finalized(false));
        }
        store().save(new SampleMeeting("old", "b", START.minusSeconds(9)).finalized(true));
        store().save(new SampleMeeting("new", "b", START.plusSeconds(9)).finalized(true));
        // Newest two: new, w4. Of the others the last two that wait stay: w3, w2.
        assertEquals(Set.of("old", "w1", "w0"), surplus(2, 10));
        assertEquals(Set.of("old", "w1"), surplus(2, 2));
        assertEquals(Set.of("old"), surplus(3, 10));
    }

    private void dispose(String id, String... texts) {
        SampleMeeting meeting = new SampleMeeting(id);
        store().save(meeting.merged(texts));
        store().save(meeting.finalized(true));
        disposal().dispose(meeting.id());
    }

    private Set<String> surplus(int kept, int limit) {
        List<MeetingId> ids = disposal().surplus(kept, limit);
        return Set.copyOf(ids.stream().map(MeetingId::value).toList());
    }
}
