package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.StaleMeetingException;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How steps are stored: all of one or nothing, and one writer wins.
public abstract class MeetingStoreContract extends MeetingContract {

    private static final int WRITERS = 8;

    @Test
    void aMeetingThatWasNeverStoredIsNotThere() {
        MeetingId nobody = new MeetingId("nobody");
        assertEquals(Optional.empty(), store().load(nobody));
        assertEquals(Optional.empty(), archive().find(nobody));
        assertEquals(List.of(), store().segments(nobody, 1, 10));
        assertEquals(List.of(), archive().transcript(nobody, 0, 10));
    }

    @Test
    void theFirstStepCreatesTheMeetingAtVersionOne() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.next());
        assertEquals(
                new StoredMeeting(meeting.head(), 1, List.of(), List.of(), List.of(), List.of()),
                loaded(meeting));
    }

    @Test
    void eachStepRaisesTheVersionByOne() {
        SampleMeeting meeting = new SampleMeeting("m1");
        for (int version = 1; version <= 5; version++) {
            store().save(meeting.said(SampleMeeting.START.plusSeconds(version), "line"));
            assertEquals(version, loaded(meeting).version());
        }
        assertEquals(5, loaded(meeting).snippets().size());
    }

    @Test
    void aSecondFirstStepIsStaleAndWritesNothing() {
        SampleMeeting first = new SampleMeeting("m1");
        store().save(first.said(SampleMeeting.START, "first"));
        StoredMeeting before = loaded(first);

        MeetingStep second = new SampleMeeting("m1").said(SampleMeeting.START, "a", "b");

        assertThrows(StaleMeetingException.class, () -> store().save(second));
        assertEquals(before, loaded(first));
    }

    @Test
    void aStepOnAnOldVersionIsStaleAndWritesNothing() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.next());
        store().save(meeting.said(SampleMeeting.START, "first"));
        StoredMeeting before = loaded(meeting);

        MeetingStep late =
                new MeetingStep(
                        meeting.head(),
                        1,
                        List.of(new Snippet(2, SampleMeeting.START, "speech", "Li", "late")),
                        List.of(new Segment(1, SampleMeeting.START, "Li", "late")));

        assertThrows(StaleMeetingException.class, () -> store().save(late));
        assertEquals(before, loaded(meeting));
    }

    @Test
    void aStepOnAVersionThatWasNeverStoredIsStaleAndWritesNothing() {
        SampleMeeting meeting = new SampleMeeting("m1");
        MeetingStep ahead = new MeetingStep(meeting.head(), 3, List.of(), List.of());
        assertThrows(StaleMeetingException.class, () -> store().save(ahead));
        assertEquals(Optional.empty(), store().load(meeting.id()));

        store().save(meeting.next());
        assertThrows(StaleMeetingException.class, () -> store().save(ahead));
        assertEquals(1, loaded(meeting).version());
    }

    @Test
    void aSnippetNumberThatWasUsedBeforeFailsAndWritesNothing() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.said(SampleMeeting.START, "one"));
        Snippet again = new Snippet(1, SampleMeeting.START, "speech", "Li", "again");
        Segment segment = new Segment(1, SampleMeeting.START, "Li", "fine by itself");
        assertBrokenStepWritesNothing(meeting, List.of(again), List.of(segment));
    }

    @Test
    void aSegmentNumberThatWasUsedBeforeFailsAndWritesNothing() {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.merged("one"));
        Snippet snippet = new Snippet(1, SampleMeeting.START, "speech", "Li", "fine by itself");
        Segment again = new Segment(1, SampleMeeting.START, "Li", "again");
        assertBrokenStepWritesNothing(meeting, List.of(snippet), List.of(again));
    }

    private void assertBrokenStepWritesNothing(
            SampleMeeting meeting, List<Snippet> snippets, List<Segment> segments) {
        StoredMeeting before = loaded(meeting);
        MeetingStep broken = new MeetingStep(meeting.head(), meeting.version(), snippets, segments);
        StoreException failure = assertThrows(StoreException.class, () -> store().save(broken));
        assertFalse(failure instanceof StaleMeetingException, "nobody else wrote");
        assertEquals(before, loaded(meeting));
        store().save(meeting.next());
        assertEquals(before.version() + 1, loaded(meeting).version());
    }

    @Test
    void oneOfManyConcurrentFirstStepsWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = "m" + round;
            List<MeetingStep> rivals = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                rivals.add(new SampleMeeting(id).said(SampleMeeting.START, "by " + writer));
            }
            assertOneWins(rivals);
            assertEquals(1, loaded(new MeetingId(id)).version());
        }
    }

    @Test
    void oneOfManyConcurrentStepsOnAVersionWins() throws Exception {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.next());
        for (int round = 0; round < 20; round++) {
            long version = meeting.version();
            MeetingStep step = meeting.said(SampleMeeting.START.plusSeconds(round), "line");
            List<MeetingStep> rivals = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                rivals.add(step);
            }
            assertOneWins(rivals);
            assertEquals(version + 1, loaded(meeting).version());
            assertEquals(meeting.head().snippetCount(), loaded(meeting).snippets().size());
        }
    }

    private void assertOneWins(List<MeetingStep> rivals) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (MeetingStep step : rivals) {
            writers.add(
                    () -> {
                        start.await();
                        return saved(step);
                    });
        }
        int won = 0;
        for (boolean saved : resultsOf(writers, start)) {
            won += saved ? 1 : 0;
        }
        assertEquals(1, won, "writers that won");
    }

    private boolean saved(MeetingStep step) {
        try {
            store().save(step);
            return true;
        } catch (StaleMeetingException _) {
            return false;
        }
    }

    @Test
    void readersSeeWholeStepsWhileOthersWrite() throws Exception {
        SampleMeeting meeting = new SampleMeeting("m1");
        store().save(meeting.next());
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch start = new CountDownLatch(1);
        Callable<Boolean> reader =
                () -> {
                    boolean last = false;
                    while (!last) {
                        last = written.getCount() == 0;
                        StoredMeeting seen = loaded(meeting.id());
                        assertEquals(seen.head().snippetCount(), seen.snippets().size());
                        assertEquals(seen.head().segmentCount(), seen.open().size());
                        MeetingHead later = archive().find(meeting.id()).orElseThrow();
                        assertTrue(later.segmentCount() >= seen.head().segmentCount());
                    }
                    return true;
                };
        Callable<Boolean> writer =
                () -> {
                    try {
                        for (int line = 0; line < 100; line++) {
                            store().save(meeting.said(SampleMeeting.START, "a", "b"));
                            store().save(meeting.merged("a b"));
                        }
                        return true;
                    } finally {
                        written.countDown();
                    }
                };
        assertEquals(List.of(true, true), resultsOf(List.of(reader, writer), start));
        assertTrue(meeting.version() > 200);
    }

    /// Runs them all at once and gives their results in their order.
    private static <T> List<T> resultsOf(List<Callable<T>> tasks, CountDownLatch start)
            throws InterruptedException, ExecutionException {
        // Platform threads take turns; a virtual reader that never waits would keep the writer out.
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<T>> running = tasks.stream().map(threads::submit).toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> task : running) {
                results.add(task.get());
            }
            return results;
        }
    }
}
