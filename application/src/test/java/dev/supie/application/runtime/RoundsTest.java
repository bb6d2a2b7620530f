package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.StepExecutor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/// What waits is done together, in order.
class RoundsTest {

    private final StepExecutor threads = new StepExecutor();
    private final List<List<Integer>> done = new ArrayList<>();
    private final Rounds<Integer> rounds = new Rounds<>(threads, done::add);
    private final RecordedLog log = new RecordedLog("dev.supie.application.runtime");

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatHasComeInIsOneRoundInItsOrder() {
        assertTrue(rounds.offer(1));
        rounds.urgent(2);
        assertTrue(rounds.offer(3));
        threads.runAll();

        assertEquals(List.of(List.of(1, 2, 3)), done);
    }

    @Test
    void whatIsPatientJoinsTheNextRoundAndBeginsNone() {
        rounds.patient(1);
        assertEquals(0, threads.waiting());
        rounds.urgent(2);
        rounds.patient(3);
        threads.runAll();
        rounds.patient(4);
        threads.runAll();
        assertEquals(List.of(List.of(1, 2, 3)), done);

        rounds.hurry();
        threads.runAll();
        assertEquals(List.of(List.of(1, 2, 3), List.of(4)), done);
        rounds.hurry();
        assertEquals(0, threads.waiting());
    }

    @Test
    void whatIsPatientDuringARoundWaitsForTheNext() {
        List<Rounds<Integer>> self = new ArrayList<>();
        Rounds<Integer> talking =
                new Rounds<>(
                        threads,
                        pieces -> {
                            done.add(pieces);
                            if (pieces.contains(1)) {
                                self.getFirst().patient(2);
                            }
                        });
        self.add(talking);
        talking.urgent(1);
        threads.runAll();
        assertEquals(List.of(List.of(1)), done);

        talking.urgent(3);
        threads.runAll();
        assertEquals(List.of(List.of(1), List.of(2, 3)), done);
    }

    @Test
    void hurryDoesNotEndARest() {
        List<Rounds<Integer>> self = new ArrayList<>();
        Rounds<Integer> resting =
                new Rounds<>(
                        threads,
                        pieces -> {
                            done.add(pieces);
                            if (done.size() == 1) {
                                self.getFirst().holdBack(pieces);
                            }
                        });
        self.add(resting);
        resting.urgent(1);
        threads.runAll();
        resting.patient(2);
        resting.hurry();
        assertEquals(0, threads.waiting());

        resting.goOn();
        threads.runAll();
        assertEquals(List.of(List.of(1), List.of(1, 2)), done);
    }

    @Test
    void anIdleOneHoldsNoThread() {
        rounds.urgent(1);
        assertEquals(1, threads.waiting());
        rounds.urgent(2);
        assertEquals(1, threads.waiting());
        threads.runAll();
        rounds.urgent(3);
        threads.runAll();

        assertEquals(List.of(List.of(1, 2), List.of(3)), done);
    }

    @Test
    void aRoundHasNoMoreThanItsMost() {
        IntStream.rangeClosed(1, Rounds.ROUND_MAX + 1).forEach(rounds::urgent);
        threads.runAll();

        assertEquals(List.of(256, 1), done.stream().map(List::size).toList());
    }

    @Test
    void oneMoreThanMayWaitIsRefusedUnlessItIsUrgent() {
        IntStream.rangeClosed(1, Rounds.WAITING_MAX)
                .forEach(number -> assertTrue(rounds.offer(number)));
        assertFalse(rounds.offer(0));
        rounds.urgent(-1);
        threads.runAll();

        List<Integer> all = done.stream().flatMap(List::stream).toList();
        assertEquals(Rounds.WAITING_MAX + 1, all.size());
        assertEquals(-1, all.getLast());
        assertTrue(rounds.offer(0));
    }

    @Test
    void aBrokenRoundDoesNotStopTheNext() {
        Rounds<Integer> breaking =
                new Rounds<>(
                        threads,
                        pieces -> {
                            done.add(pieces);
                            if (pieces.contains(1)) {
                                throw new IllegalStateException("broken on purpose");
                            }
                        });
        breaking.urgent(1);
        threads.runAll();
        breaking.urgent(2);
        threads.runAll();

        assertEquals(List.of(List.of(1), List.of(2)), done);
        assertEquals(1, log.records().size());
    }

    @Test
    void whatIsHeldBackComesFirstAndOnlyWhenItGoesOn() {
        List<Rounds<Integer>> self = new ArrayList<>();
        Rounds<Integer> holding =
                new Rounds<>(
                        threads,
                        pieces -> {
                            done.add(pieces);
                            if (done.size() == 1) {
                                self.getFirst().holdBack(pieces);
                            }
                        });
        self.add(holding);
        holding.urgent(1);
        holding.urgent(2);
        threads.runAll();
        holding.urgent(3);
        threads.runAll();
        assertEquals(List.of(List.of(1, 2)), done);

        holding.goOn();
        threads.runAll();
        assertEquals(List.of(List.of(1, 2), List.of(1, 2, 3)), done);
        holding.goOn();
        assertEquals(0, threads.waiting());
    }

    @Test
    void withoutAThreadNothingLooksBusyAndWhatCameStays() {
        RefusingExecutor refusing = new RefusingExecutor();
        Rounds<Integer> stuck = new Rounds<>(refusing, done::add);
        refusing.refuse(true);
        assertThrows(RejectedExecutionException.class, () -> stuck.urgent(1));

        refusing.refuse(false);
        stuck.urgent(2);
        refusing.steps.runAll();

        assertEquals(List.of(List.of(1, 2)), done);
    }
}
