package dev.supie.bootstrap.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/// CFG-3: a management server is looked at once a minute.
final class ManagementWatchTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final StepExecutor background = new StepExecutor();
    private int looks;
    private boolean broken;
    private final ManagementWatch watch = new ManagementWatch(time, time, background, this::look);

    private void look() {
        looks++;
        if (broken) {
            throw new IllegalStateException("broken");
        }
    }

    private void passes(Duration duration) {
        time.advance(duration);
        background.runAll();
    }

    @Test
    void itLooksAfterEachInterval() {
        watch.begin();
        passes(ManagementWatch.INTERVAL.minusMillis(1));
        assertEquals(0, looks);
        passes(Duration.ofMillis(1));
        assertEquals(1, looks);
        passes(ManagementWatch.INTERVAL);
        assertEquals(2, looks);
    }

    @Test
    void aLookThatTakesLongIsNotFollowedByManyAtOnce() {
        watch.begin();
        time.advance(ManagementWatch.INTERVAL.multipliedBy(5));
        background.runAll();
        assertEquals(1, looks);
        assertEquals(1, time.alarms());
    }

    @Test
    void oneThatBreaksIsNotTheLast() {
        broken = true;
        watch.begin();
        time.advance(ManagementWatch.INTERVAL);
        assertThrows(IllegalStateException.class, background::runAll);
        broken = false;
        passes(ManagementWatch.INTERVAL);
        assertEquals(2, looks);
    }

    @Test
    void afterTheEndNobodyLooks() {
        watch.begin();
        watch.close();
        passes(ManagementWatch.INTERVAL.multipliedBy(3));
        assertEquals(0, looks);
        assertEquals(0, time.alarms());
    }
}
