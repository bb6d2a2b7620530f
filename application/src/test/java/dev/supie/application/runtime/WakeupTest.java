package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class WakeupTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final VirtualTime time = new VirtualTime(START);
    private final StepExecutor threads = new StepExecutor();
    private final List<Duration> woken = new ArrayList<>();
    private final Wakeup wakeup =
            new Wakeup(time, () -> woken.add(Duration.between(START, time.instant())));

    private void by(long seconds) {
        wakeup.by(Optional.of(START.plusSeconds(seconds)));
    }

    private static List<Duration> seconds(long... all) {
        return Arrays.stream(all).mapToObj(Duration::ofSeconds).toList();
    }

    @Test
    void itWakesAtItsDeadline() {
        by(10);

        time.advance(Duration.ofSeconds(60));

        assertEquals(seconds(10), woken);
    }

    @Test
    void anEarlierDeadlineReplacesTheAlarm() {
        by(10);
        by(5);
        assertEquals(1, time.alarms());

        time.advance(Duration.ofSeconds(60));

        assertEquals(seconds(5), woken);
    }

    @Test
    void aLaterDeadlineLeavesTheEarlierAlarm() {
        by(5);
        by(10);
        assertEquals(1, time.alarms());

        time.advance(Duration.ofSeconds(60));

        assertEquals(seconds(5), woken);
    }

    @Test
    void theSameDeadlineAgainSetsNothing() {
        by(5);
        by(5);

        assertEquals(1, time.alarms());
    }

    @Test
    void noDeadlineMeansNoAlarm() {
        by(5);

        wakeup.by(Optional.empty());

        assertEquals(0, time.alarms());
    }

    @Test
    void aCancelledOneDoesNotWakeAndCanBeSetAgain() {
        by(5);
        wakeup.cancel();
        wakeup.cancel();
        assertEquals(0, time.alarms());

        by(7);

        time.advance(Duration.ofSeconds(60));
        assertEquals(seconds(7), woken);
    }

    @Test
    void afterItHasFiredALaterDeadlineIsSet() {
        by(5);
        time.advance(Duration.ofSeconds(5));
        wakeup.fired();

        by(9);

        time.advance(Duration.ofSeconds(60));
        assertEquals(seconds(5, 9), woken);
    }

    /// The alarm hands its work on, so between its firing and [Wakeup#fired] others have the turn.
    @Test
    void anAlarmSetWhileAnEarlierOneWasUnderWayIsNotLostFromSight() {
        List<Wakeup> self = new ArrayList<>();
        Wakeup handing = new Wakeup(time, () -> threads.execute(() -> self.getFirst().fired()));
        self.add(handing);
        handing.by(Optional.of(START.plusSeconds(5)));
        time.advance(Duration.ofSeconds(5));
        handing.by(Optional.empty());
        handing.by(Optional.of(START.plusSeconds(30)));

        threads.runAll();
        handing.cancel();

        assertEquals(0, time.alarms(), "nobody can cancel it any more");
    }
}
