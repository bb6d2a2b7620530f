package dev.supie.bootstrap.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.bootstrap.config.SupieConfig;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// CFG-3: one configuration at a time, and nothing of the next before it is in force.
final class LiveConfigTest {

    private final LiveConfig live = new LiveConfig(Configurations.with("peer.max_targets=1"));

    @Test
    void viewsChangeTogetherWithTheConfiguration() {
        Supplier<Integer> targets = live.view(config -> config.peer().targetsMax());
        SupieConfig next = Configurations.with("peer.max_targets=2");
        live.tryOut(next);

        assertEquals(1, targets.get());
        live.replace(next);

        assertEquals(2, targets.get());
        assertEquals(next, live.get());
    }

    @Test
    void aViewIsMadeOnceForAConfiguration() {
        AtomicInteger made = new AtomicInteger();
        Supplier<Integer> count = live.view(_ -> made.incrementAndGet());

        assertEquals(1, count.get());
        assertEquals(1, count.get());
        live.replace(live.get());

        assertEquals(2, count.get());
    }

    @Test
    void whatNoViewCanBeMadeOfIsFoundOutBefore() {
        live.view(
                config -> {
                    if (config.peer().targetsMax() > 1) {
                        throw new IllegalArgumentException("too many");
                    }
                    return 0;
                });

        SupieConfig unusable = Configurations.with("peer.max_targets=2");

        assertThrows(IllegalArgumentException.class, () -> live.tryOut(unusable));
    }
}
