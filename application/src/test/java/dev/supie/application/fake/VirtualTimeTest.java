package dev.supie.application.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.runtime.Alarms;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class VirtualTimeTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final VirtualTime time = new VirtualTime(START);
    private final List<String> fired = new ArrayList<>();

    private Alarms.Alarm set(String name, long seconds) {
        return time.at(
                START.plusSeconds(seconds),
                () -> fired.add(name + "@" + Duration.between(START, time.instant()).toSeconds()));
    }

    @Test
    void timeStandsStillUntilItIsMoved() {
        assertEquals(START, time.instant());

        time.advance(Duration.ofSeconds(3));

        assertEquals(START.plusSeconds(3), time.instant());
    }

    @Test
    void dueAlarmsFireInOrderEachAtItsOwnMoment() {
        set("late", 9);
        set("early", 2);

        time.advance(Duration.ofSeconds(10));

        assertEquals(List.of("early@2", "late@9"), fired);
        assertEquals(START.plusSeconds(10), time.instant());
    }

    @Test
    void alarmsOfOneMomentFireInTheOrderInWhichTheyWereSet() {
        set("first", 5);
        set("second", 5);
        set("third", 5);

        time.advance(Duration.ofSeconds(5));

        assertEquals(List.of("first@5", "second@5", "third@5"), fired);
    }

    @Test
    void anAlarmFiresAtItsMomentAndNotATickBefore() {
        set("alarm", 5);

        time.advance(Duration.ofSeconds(5).minusNanos(1));
        assertEquals(List.of(), fired);

        time.advance(Duration.ofNanos(1));
        assertEquals(List.of("alarm@5"), fired);
    }

    @Test
    void anAlarmSetByAnActionFiresOnTheSameWayIfItIsDue() {
        time.at(START.plusSeconds(1), () -> set("set on the way", 4));
        time.at(START.plusSeconds(2), () -> set("too far", 6));

        time.advance(Duration.ofSeconds(5));

        assertEquals(List.of("set on the way@4"), fired);
        assertEquals(1, time.alarms());
    }

    @Test
    void anOverdueAlarmFiresNowWithoutTurningTimeBack() {
        time.jump(Duration.ofSeconds(10));
        set("overdue", 3);

        time.advance(Duration.ZERO);

        assertEquals(List.of("overdue@10"), fired);
        assertEquals(START.plusSeconds(10), time.instant());
    }

    @Test
    void aCancelledAlarmIsGoneAndTheOthersOfItsMomentAreNot() {
        Alarms.Alarm cancelled = set("cancelled", 5);
        set("kept", 5);

        cancelled.cancel();
        cancelled.cancel();

        assertEquals(1, time.alarms());
        time.advance(Duration.ofSeconds(5));
        assertEquals(List.of("kept@5"), fired);
    }

    @Test
    void aJumpFiresNothingAndTheNextStepIsLate() {
        set("late", 5);

        time.jump(Duration.ofSeconds(8));
        assertEquals(List.of(), fired);

        assertTrue(time.fireNext());
        assertEquals(List.of("late@8"), fired);
        assertFalse(time.fireNext());
    }

    @Test
    void theNextAlarmIsKnown() {
        assertEquals(Optional.empty(), time.nextAlarm());
        set("late", 9);
        set("early", 2);

        assertEquals(Optional.of(START.plusSeconds(2)), time.nextAlarm());
    }

    @Test
    void aKilledProcessForgetsItsAlarmsButNotTheTime() {
        set("alarm", 5);
        time.advance(Duration.ofSeconds(1));

        time.forget();

        assertEquals(0, time.alarms());
        time.advance(Duration.ofSeconds(10));
        assertEquals(List.of(), fired);
        assertEquals(START.plusSeconds(11), time.instant());
    }
}
