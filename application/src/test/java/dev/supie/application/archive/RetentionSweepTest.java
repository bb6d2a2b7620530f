package dev.supie.application.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.archive.port.MeetingDisposal.Outcome;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.HeldMeeting;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.meeting.MeetingId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;

/// MTG-11: what is beyond the retention goes, a little at a time, and nothing else does.
class RetentionSweepTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final String LOGGER = RetentionSweep.class.getName();

    private final VirtualTime time = new VirtualTime(START);
    private final StepExecutor threads = new StepExecutor();
    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final AtomicInteger kept = new AtomicInteger(3);
    private final MeetingRemovals removals =
            ArchiveFeature.removals(
                    new ArchiveFeature.Ports(store, threads, time, time, kept::get));

    /// Lets time go by, and the work that alarms have handed on be done when they fire.
    private void pass(Duration duration) {
        Instant end = time.instant().plus(duration);
        while (time.nextAlarm().filter(next -> !next.isAfter(end)).isPresent()) {
            time.fireNext();
            threads.runAll();
        }
        time.advance(Duration.between(time.instant(), end));
    }

    private void hold(int from, int to, boolean delivered, String... texts) {
        for (int i = from; i <= to; i++) {
            new HeldMeeting("m" + i, START.plusSeconds(i))
                    .saying(texts)
                    .finishedIn(store, delivered);
        }
    }

    private List<String> present() {
        return store
                .recent(new ArchiveQuery(100, Optional.empty(), Instant.MIN, Instant.MAX))
                .stream()
                .map(head -> head.id().value())
                .toList();
    }

    private void assertNothingIsLeftToClear() {
        assertEquals(0, store.clear(1));
    }

    @Test
    void theNewestAreKeptAndTheOthersGoCompletely() {
        try (RecordedLog log = new RecordedLog(LOGGER)) {
            hold(1, 5, true, "a", "b");
            removals.keepTidy();

            pass(RetentionSweep.FIRST.plusSeconds(2));

            assertEquals(List.of("m5", "m4", "m3"), present());
            assertNothingIsLeftToClear();
            assertEquals(2, log.records().size());
            assertTrue(
                    log.records().stream()
                            .allMatch(record -> record.getLevel().equals(Level.INFO)));
        }
    }

    @Test
    void nothingHappensBeforeItIsToBegin() {
        hold(1, 5, true);

        pass(Duration.ofHours(1));

        assertEquals(5, present().size());
    }

    @Test
    void meetingsThatEndLaterAreSeenWithinTheInterval() {
        try (RecordedLog _ = new RecordedLog(LOGGER)) {
            hold(1, 3, true);
            removals.keepTidy();
            pass(RetentionSweep.FIRST);
            hold(4, 4, true);

            pass(RetentionSweep.INTERVAL);

            assertEquals(List.of("m4", "m3", "m2"), present());
        }
    }

    @Test
    void anUnfinishedMeetingStaysHoweverOldItIs() {
        try (RecordedLog _ = new RecordedLog(LOGGER)) {
            new HeldMeeting("running", START).saying("still talking").runningIn(store);
            hold(1, 9, true);
            removals.keepTidy();

            pass(Duration.ofHours(1));

            assertEquals(List.of("m9", "m8", "m7", "running"), present());
            assertEquals(1, store.transcript(new MeetingId("running"), 0, 9).size());
        }
    }

    @Test
    void undeliveredMinutesWaitBesideTheNewestButNotWithoutEnd() {
        try (RecordedLog log = new RecordedLog(LOGGER)) {
            hold(1, 5, false);
            hold(6, 8, true);
            removals.keepTidy();

            pass(Duration.ofHours(1));

            assertEquals(List.of("m8", "m7", "m6", "m5", "m4", "m3"), present());
            assertEquals(2, log.records().size());
        }
    }

    @Test
    void aLongMeetingGoesInBoundedStepsWithPausesBetween() {
        try (RecordedLog _ = new RecordedLog(LOGGER)) {
            int rows = 10 * RetentionSweep.ROWS_MAX;
            new HeldMeeting("long", START)
                    .saying(Collections.nCopies(rows, "x"))
                    .finishedIn(store, true);
            hold(1, 3, true);
            removals.keepTidy();

            pass(RetentionSweep.FIRST.plus(RetentionSweep.PAUSE.multipliedBy(5)));

            assertEquals(List.of("m3", "m2", "m1"), present());
            // One step took it out, five gave rows back; the rest and its note are still there.
            assertEquals(5 * RetentionSweep.ROWS_MAX + 1, store.clear(Integer.MAX_VALUE));
        }
    }

    @Test
    void noStepTakesOutMoreThanItsLimit() {
        try (RecordedLog _ = new RecordedLog(LOGGER)) {
            hold(1, 3 + 2 * RetentionSweep.MEETINGS_MAX, true);
            removals.keepTidy();

            pass(RetentionSweep.FIRST);

            assertEquals(3 + RetentionSweep.MEETINGS_MAX, present().size());
        }
    }

    @Test
    void aStoreThatIsAwayIsAskedEverLessOftenAndLoggedAsOften() {
        try (RecordedLog log = new RecordedLog(LOGGER)) {
            hold(1, 5, true);
            store.goAway();
            removals.keepTidy();
            Duration outage = Duration.ofMinutes(10);

            pass(RetentionSweep.FIRST.plus(outage));

            long most = 6 + outage.dividedBy(Backoff.LONGEST);
            assertTrue(store.refused() <= most, store.refused() + " times");
            assertTrue(store.refused() > 6, store.refused() + " times");
            assertTrue(log.records().size() <= 1 + outage.dividedBy(FailureLog.SPACING));
            assertEquals(Level.SEVERE, log.records().getFirst().getLevel());

            store.comeBack();
            pass(Backoff.LONGEST);
            assertEquals(List.of("m5", "m4", "m3"), present());
        }
    }

    @Test
    void anotherRetentionHoldsFromTheNextStepOn() {
        try (RecordedLog _ = new RecordedLog(LOGGER)) {
            hold(1, 5, true);
            removals.keepTidy();
            pass(RetentionSweep.FIRST.plusSeconds(1));

            kept.set(1);
            pass(RetentionSweep.INTERVAL);

            assertEquals(List.of("m5"), present());
        }
    }

    @Test
    void whatIsRemovedByNameIsGivenBackSoonAfter() {
        hold(1, 2, false, "a");
        removals.keepTidy();
        pass(RetentionSweep.FIRST);

        assertEquals(
                new Outcome.Gone(HeldMeeting.DEVICE, false), removals.remove(new MeetingId("m1")));
        assertEquals(List.of("m2"), present());
        pass(RetentionSweep.PAUSE);

        assertNothingIsLeftToClear();
    }

    @Test
    void whatIsUnfinishedOrUnknownIsNotRemovedByName() {
        new HeldMeeting("running", START).runningIn(store);

        assertEquals(new Outcome.Unfinished(), removals.remove(new MeetingId("running")));
        assertEquals(new Outcome.Unknown(), removals.remove(new MeetingId("nope")));

        assertEquals(List.of("running"), present());
        assertEquals(0, time.alarms());
    }

    @Test
    void afterTheEndNothingHappensAndNothingIsReported() {
        try (RecordedLog log = new RecordedLog(LOGGER)) {
            hold(1, 5, true);
            removals.keepTidy();
            time.advance(RetentionSweep.FIRST);
            // The step is on its way when everything is taken down.
            removals.end();
            store.goAway();
            threads.runAll();

            pass(Duration.ofHours(1));

            assertEquals(1, store.refused());
            assertEquals(0, time.alarms());
            assertEquals(List.of(), log.records());
            assertEquals(5, present().size());
        }
    }

    @Test
    void withoutWorkThereIsOneAlarmHoweverOftenItIsAsked() {
        removals.keepTidy();
        hold(1, 9, true);
        for (int i = 1; i <= 5; i++) {
            removals.remove(new MeetingId("m" + i));
        }
        assertEquals(1, time.alarms());
        pass(Duration.ofHours(3));
        assertEquals(1, time.alarms());
    }
}
