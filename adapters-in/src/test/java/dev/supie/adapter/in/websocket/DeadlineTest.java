package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class DeadlineTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofMillis(1);

    private final ManualTime time = new ManualTime();
    private int expired;
    private final Deadline deadline = time.timers().deadline(LIMIT, () -> expired++);

    @Test
    void expiresOnceAtItsLimit() {
        deadline.begin();
        time.advance(LIMIT.minus(TICK));
        assertEquals(0, expired);
        time.advance(TICK);
        assertEquals(1, expired);
        time.advance(LIMIT.multipliedBy(3));
        assertEquals(1, expired);
    }

    @Test
    void isHarmlessOnceEnded() {
        deadline.begin();
        time.advance(LIMIT.minus(TICK));
        deadline.end();
        time.advance(LIMIT);
        assertEquals(0, expired);
    }

    @Test
    void countsFromItsLastBeginning() {
        deadline.begin();
        time.advance(LIMIT.minus(TICK));
        deadline.end();
        deadline.begin();
        time.advance(LIMIT.minus(TICK));
        assertEquals(0, expired);
        time.advance(TICK);
        assertEquals(1, expired);
    }

    @Test
    void isNotPutOffByBeginningAgain() {
        deadline.begin();
        time.advance(LIMIT.minus(TICK));
        deadline.begin();
        time.advance(TICK);
        assertEquals(1, expired);
    }

    @Test
    void setsOneAlarmHoweverOftenItBegins() {
        for (int count = 0; count < 1000; count++) {
            deadline.begin();
            deadline.end();
        }
        assertEquals(1, time.alarmsSet());
    }

    @Test
    void leavesNoAlarmOnceStopped() {
        deadline.begin();
        deadline.stop();
        assertEquals(0, time.alarmsSet());
        deadline.begin();
        time.advance(LIMIT);
        assertEquals(0, expired);
    }
}
