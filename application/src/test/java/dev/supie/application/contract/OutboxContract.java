package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StaleMeetingException;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.webhook.port.Outbox;
import dev.supie.application.webhook.port.OutboxEntry;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Summary;
import dev.supie.domain.webhook.Delivery;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every outbox must do (HOOK-1): notices come with their meeting's step or not at all, wait
/// in order, rest, and are forgotten once there are too many that are settled.
public abstract class OutboxContract {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00.123Z");
    private static final Delivery OK = new Delivery.Settled(Delivery.Result.OK, NOW);

    /// Both empty when a test begins.
    protected abstract Outbox outbox();

    /// Its steps bring the notices.
    protected abstract MeetingStore meetings();

    private static MeetingNotice notice(String meeting) {
        return notice(meeting, new Quality.Full());
    }

    private static MeetingNotice notice(String meeting, Quality quality) {
        SampleMeeting sample = new SampleMeeting(meeting);
        if (!(sample.finalizedPhase(quality, false)
                instanceof Phase.Finalized(Instant endedAt, Summary summary, boolean _))) {
            throw new AssertionError("not finalized");
        }
        return new MeetingNotice(
                sample.head().device(),
                SampleMeeting.START,
                endedAt,
                7,
                Duration.ofMillis(1234),
                summary);
    }

    private static MeetingStep with(MeetingStep step, MeetingNotice... notices) {
        return new MeetingStep(
                step.head(),
                step.expectedVersion(),
                step.snippets(),
                step.segments(),
                List.of(notices));
    }

    /// Stores the last step of a meeting with its notice.
    protected final MeetingNotice finalized(String meeting) {
        MeetingNotice notice = notice(meeting);
        meetings().save(with(new SampleMeeting(meeting).finalized(false), notice));
        return notice;
    }

    private List<String> due(Instant now) {
        return names(outbox().due(now, 100));
    }

    private static List<String> names(List<OutboxEntry> entries) {
        return entries.stream().map(entry -> entry.meeting().value()).toList();
    }

    private static MeetingId id(String meeting) {
        return new MeetingId(meeting);
    }

    @Test
    void anEmptyOutboxHasNothing() {
        assertEquals(List.of(), outbox().due(NOW, 10));
        assertEquals(List.of(), outbox().openAfter(0, 10));
        assertEquals(Optional.empty(), outbox().nextRetry(NOW));
        assertEquals(Optional.empty(), outbox().find(id("nobody")));
    }

    @Test
    void aNoticeComesWithItsStepAndWaits() {
        MeetingNotice notice = finalized("m1");

        var waiting = List.of(new OutboxEntry(notice, new Delivery.Waiting()));
        assertEquals(waiting, outbox().due(NOW, 10));
        assertEquals(waiting, outbox().openAfter(0, 10));
        assertEquals(Optional.of(new Delivery.Waiting()), outbox().find(id("m1")));
        assertEquals(Optional.empty(), outbox().nextRetry(NOW));
    }

    @Test
    void aNoticeOfDegradedMinutesComesBackWhole() {
        MeetingNotice notice = notice("m1", new Quality.Degraded("HTTP 500 \"down\""));
        meetings().save(with(new SampleMeeting("m1").finalized(false), notice));

        assertEquals(notice, outbox().due(NOW, 1).getFirst().notice());
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        MeetingNotice given = notice("m1");
        MeetingNotice finer =
                new MeetingNotice(
                        given.device(),
                        given.startedAt().plusNanos(999_999),
                        given.endedAt().plusNanos(999_999),
                        given.snippets(),
                        given.finalizing().plusNanos(999_999),
                        given.summary());
        meetings().save(with(new SampleMeeting("m1").finalized(false), finer));

        assertEquals(given, outbox().due(NOW, 1).getFirst().notice());
        outbox().save(id("m1"), new Delivery.Resting(NOW.plusNanos(999_999)));
        assertEquals(Optional.of(new Delivery.Resting(NOW)), outbox().find(id("m1")));
    }

    @Test
    void aStaleStepBringsNoNotice() {
        SampleMeeting meeting = new SampleMeeting("m1");
        meetings().save(meeting.next());
        MeetingStep late = with(new SampleMeeting("m1").finalized(false), notice("m1"));

        assertThrows(StaleMeetingException.class, () -> meetings().save(late));

        assertEquals(Optional.empty(), outbox().find(id("m1")));
    }

    @Test
    void aBrokenStepBringsNoNotice() {
        SampleMeeting meeting = new SampleMeeting("m1");
        meetings().save(meeting.said(SampleMeeting.START, "one"));
        Snippet again = new Snippet(1, SampleMeeting.START, "speech", "Li", "again");
        MeetingStep last = meeting.finalized(false);
        MeetingStep broken =
                new MeetingStep(last.head(), 1, List.of(again), List.of(), List.of(notice("m1")));

        assertThrows(StoreException.class, () -> meetings().save(broken));
        assertEquals(Optional.empty(), outbox().find(id("m1")));
        Segment segment = new Segment(1, SampleMeeting.START, "Li", "one");
        MeetingStep good =
                new MeetingStep(last.head(), 1, List.of(), List.of(segment), List.of(notice("m1")));
        meetings().save(good);
        assertEquals(List.of("m1"), due(NOW));
    }

    @Test
    void theFirstThatCameIsTheFirstOut() {
        List.of("m3", "m1", "m2").forEach(this::finalized);

        assertEquals(List.of("m3", "m1", "m2"), due(NOW));
        assertEquals(List.of("m3", "m1"), names(outbox().due(NOW, 2)));
        assertEquals(List.of("m1", "m2"), names(outbox().openAfter(1, 5)));
        assertEquals(List.of("m1"), names(outbox().openAfter(1, 1)));
        assertEquals(List.of(), names(outbox().openAfter(3, 5)));
    }

    @Test
    void whatRestsIsDueWhenItsTimeHasCome() {
        MeetingNotice notice = finalized("m1");
        Delivery.Resting resting = new Delivery.Resting(NOW);
        outbox().save(id("m1"), resting);

        assertEquals(List.of(), due(NOW.minusMillis(1)));
        assertEquals(Optional.of(NOW), outbox().nextRetry(NOW.minusMillis(1)));
        assertEquals(List.of(new OutboxEntry(notice, resting)), outbox().due(NOW, 10));
        assertEquals(List.of("m1"), due(NOW.plusSeconds(1_000_000)));
        assertEquals(Optional.empty(), outbox().nextRetry(NOW));
        assertEquals(List.of("m1"), names(outbox().openAfter(0, 10)));
    }

    @Test
    void whatRestsByAnotherClockIsDue() {
        finalized("m1");
        outbox().save(id("m1"), new Delivery.Resting(NOW));
        Instant longest = NOW.minus(Delivery.PAUSE_MAX);

        assertEquals(List.of(), due(longest));
        assertEquals(Optional.of(NOW), outbox().nextRetry(longest));
        assertEquals(List.of("m1"), due(longest.minusMillis(1)));
        assertEquals(Optional.empty(), outbox().nextRetry(longest.minusMillis(1)));
        assertEquals(List.of("m1"), due(Instant.EPOCH));
    }

    @Test
    void theNextRetryIsTheEarliestThatIsNotDueYet() {
        List.of("m1", "m2", "m3", "m4").forEach(this::finalized);
        outbox().save(id("m1"), new Delivery.Resting(NOW.plusMillis(3)));
        outbox().save(id("m2"), new Delivery.Resting(NOW.plusMillis(2)));
        outbox().save(id("m3"), new Delivery.Resting(NOW));

        assertEquals(Optional.of(NOW.plusMillis(2)), outbox().nextRetry(NOW));
        assertEquals(List.of("m3", "m4"), due(NOW));
    }

    @Test
    void whatIsSettledIsNeverDueAgain() {
        List.of("m1", "m2").forEach(this::finalized);
        outbox().save(id("m1"), OK);

        assertEquals(List.of("m2"), due(Instant.EPOCH.plusSeconds(1_000_000_000_000L)));
        assertEquals(List.of("m2"), names(outbox().openAfter(0, 10)));
        assertEquals(Optional.of(OK), outbox().find(id("m1")));
    }

    @Test
    void everyResultIsKept() {
        for (Delivery.Result result : Delivery.Result.values()) {
            String meeting = "m-" + result.name().replace('_', '-');
            finalized(meeting);
            Delivery settled = new Delivery.Settled(result, NOW);
            outbox().save(id(meeting), settled);
            assertEquals(Optional.of(settled), outbox().find(id(meeting)));
        }
    }

    @Test
    void whatIsSettledStaysAsItIs() {
        finalized("m1");
        outbox().save(id("m1"), OK);

        outbox().save(id("m1"), new Delivery.Settled(Delivery.Result.FAIL, NOW));
        outbox().save(id("m1"), new Delivery.Resting(NOW));

        assertEquals(Optional.of(OK), outbox().find(id("m1")));
    }

    @Test
    void ofWhatIsNotThereNothingIsNoted() {
        outbox().save(id("nobody"), OK);

        assertEquals(Optional.empty(), outbox().find(id("nobody")));
    }

    @Test
    void onlyTheNewestThatAreSettledAreKept() {
        int count = Outbox.SETTLED_MAX + 3;
        List<MeetingNotice> notices = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            notices.add(notice("n" + number));
        }
        MeetingStep step = new SampleMeeting("m1").next();
        meetings().save(with(step, notices.toArray(MeetingNotice[]::new)));

        for (int number = 2; number <= count; number++) {
            outbox().save(id("n" + number), OK);
        }

        assertEquals(Optional.of(new Delivery.Waiting()), outbox().find(id("n1")));
        assertEquals(Optional.empty(), outbox().find(id("n2")));
        assertEquals(Optional.empty(), outbox().find(id("n3")));
        assertEquals(Optional.of(OK), outbox().find(id("n4")));
        assertEquals(List.of("n1"), due(NOW));
    }
}
