package dev.supie.application.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Ring 4 of PEER-5 to PEER-9. `-Dpeer.seeds=N` runs more seeds, `-Dpeer.seed=N` just that one.
class PeerSimulationTest {

    private static final long SEEDS = Long.getLong("peer.seeds", 1000);

    /// Held here because the log manager would forget an unreferenced logger's level.
    private static final Logger SERVICES = Logger.getLogger("dev.supie.application");

    /// Planned faults are logged as errors by the thousand; here they are no news.
    @BeforeAll
    static void quieten() {
        SERVICES.setLevel(Level.OFF);
    }

    @Test
    void everyPromiseHoldsUnderEverySeed() {
        Long single = Long.getLong("peer.seed");
        if (single != null) {
            run(single);
            return;
        }
        long arrivals = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            arrivals += run(seed).arrivals();
        }
        arrivals += run(System.nanoTime()).arrivals();
        assertTrue(arrivals > 5 * SEEDS, "hardly anything arrived: " + arrivals);
    }

    @Test
    void theSameSeedTwiceIsTheSameRun() {
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals(run(seed), run(seed), "seed " + seed);
        }
        assertNotEquals(run(1), run(2));
    }

    private static PeerSimulation.Outcome run(long seed) {
        try {
            return new PeerSimulation(seed).run();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + " broke a promise; replay: mvn -pl application -am test"
                            + " -Dtest=PeerSimulationTest -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -Dpeer.seed="
                            + seed,
                    broken);
        }
    }
}
