package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// On a clock that moves only when it is waited for, and when a test says so.
final class MetronomeTest {

    private static final Duration BEAT = Duration.ofMillis(60);

    private long now = -5;

    private final Metronome metronome = new Metronome(BEAT, () -> now, nanos -> now += nanos);

    private long beat() throws InterruptedException {
        metronome.await();
        return now + 5;
    }

    @Test
    void beatsDoNotDrift() throws InterruptedException {
        List<Long> beats = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            beats.add(beat());
            // What sending took.
            now += BEAT.toNanos() / 3;
        }

        assertEquals(List.of(0L, 60_000_000L, 120_000_000L, 180_000_000L), beats);
    }

    @Test
    void waitingMayEndEarly() throws InterruptedException {
        Metronome impatient = new Metronome(BEAT, () -> now, nanos -> now += (nanos + 1) / 2);

        impatient.await();
        impatient.await();

        assertEquals(BEAT.toNanos(), now + 5);
    }

    @Test
    void aSmallDelayIsMadeUpFor() throws InterruptedException {
        beat();
        now += BEAT.toNanos() + 7;

        assertEquals(60_000_007L, beat());
        assertEquals(120_000_000L, beat());
    }

    @Test
    void afterALongDelayPacketsDoNotComeInAHeap() throws InterruptedException {
        beat();
        now += Duration.ofSeconds(2).toNanos();

        long late = beat();
        beat();
        assertTrue(beat() - late >= BEAT.toNanos());
    }

    @Test
    void fastIsWithinWhatABadgeMaySend() {
        assertTrue(Duration.ofSeconds(1).dividedBy(Metronome.FAST) < 100, "MSG-2");
    }

    @Test
    void whoIsInterruptedStopsWaiting() throws InterruptedException {
        beat();
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, metronome::await);
    }
}
