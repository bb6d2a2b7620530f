package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// By the real clock, but never longer than the events take.
class SystemAlarmsTest {

    private final InstantSource clock = InstantSource.system();
    private final SystemAlarms alarms = new SystemAlarms(clock);
    private final List<String> fired = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch last = new CountDownLatch(1);

    @AfterEach
    void close() {
        alarms.close();
    }

    private Instant in(long milliseconds) {
        return clock.instant().plusMillis(milliseconds);
    }

    /// Fires after everything that was due before it, because all alarms share one thread.
    private void awaitAllUntil(Instant due) {
        alarms.at(due, last::countDown);
        Crowd.await(last);
    }

    @Test
    void anAlarmFiresOnceAndNotBeforeItsTime() {
        List<Instant> times = Collections.synchronizedList(new ArrayList<>());
        Instant due = in(30);

        alarms.at(due, () -> times.add(clock.instant()));

        awaitAllUntil(due.plusMillis(20));
        assertEquals(1, times.size());
        assertFalse(times.getFirst().isBefore(due));
    }

    @Test
    void anAlarmThatIsOverdueFiresAtOnce() {
        alarms.at(Instant.EPOCH, last::countDown);

        Crowd.await(last);
    }

    @Test
    void alarmsFireInTheOrderOfTheirTimes() {
        Instant now = clock.instant();
        alarms.at(now.plusMillis(90), () -> fired.add("third"));
        alarms.at(now.plusMillis(30), () -> fired.add("first"));
        alarms.at(now.plusMillis(60), () -> fired.add("second"));

        awaitAllUntil(now.plusMillis(120));

        assertEquals(List.of("first", "second", "third"), fired);
    }

    @Test
    void aCancelledAlarmDoesNotFire() {
        Instant due = in(30);
        Alarms.Alarm alarm = alarms.at(due, () -> fired.add("cancelled"));

        alarm.cancel();

        awaitAllUntil(due.plusMillis(20));
        assertEquals(List.of(), fired);
        alarm.cancel();
    }

    @Test
    void cancellingAnAlarmThatHasFiredIsHarmless() {
        Alarms.Alarm alarm = alarms.at(in(0), last::countDown);
        Crowd.await(last);

        alarm.cancel();

        assertEquals(0, last.getCount());
    }

    @Test
    void aBrokenActionDoesNotStopTheOthers() {
        alarms.at(
                in(0),
                () -> {
                    throw new IllegalStateException("planned");
                });
        alarms.at(
                in(0),
                () -> {
                    throw new AssertionError("planned");
                });

        awaitAllUntil(in(10));

        assertEquals(0, last.getCount());
    }

    @Test
    void aTimeTooFarToReachIsWaitedForLikeAnyOther() {
        alarms.at(Instant.MAX, () -> fired.add("far")).cancel();
        alarms.at(Instant.MIN, last::countDown);

        Crowd.await(last);
        assertEquals(List.of(), fired);
    }

    @Test
    void onceClosedNothingFiresAndNothingIsTaken() {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch wasInterrupted = new CountDownLatch(1);
        alarms.at(Instant.EPOCH, () -> waitInterrupted(began, goOn, wasInterrupted));
        Crowd.await(began);
        alarms.at(in(1), () -> fired.add("set before"));

        alarms.close();

        Alarms.Alarm late = alarms.at(Instant.EPOCH, () -> fired.add("set after"));
        late.cancel();
        Crowd.await(wasInterrupted);
        assertEquals(List.of(), fired);
    }

    private static void waitInterrupted(
            CountDownLatch began, CountDownLatch goOn, CountDownLatch interrupted) {
        began.countDown();
        try {
            assertTrue(goOn.await(Crowd.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            interrupted.countDown();
        }
    }

    @Test
    void manyCancelledAlarmsAreForgottenAtOnce() {
        for (int i = 0; i < 100_000; i++) {
            alarms.at(clock.instant().plus(Duration.ofDays(1)), () -> {}).cancel();
        }

        awaitAllUntil(in(0));

        assertEquals(0, alarms.waiting());
    }
}
