package dev.supie.application.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Ring 4. `-Dseeds=N` runs more seeds, `-Dseed=N` just that one; see docs/TESTING.md.
class SimulationTest {

    private static final long SEEDS = Long.getLong("seeds", 2000);

    /// Held here because the log manager would forget an unreferenced logger's level.
    private static final Logger SERVICES = Logger.getLogger("dev.supie.application");

    /// Planned faults are logged as errors by the thousand; here they are no news.
    @BeforeAll
    static void quieten() {
        SERVICES.setLevel(Level.OFF);
    }

    @Test
    void everyPromiseHoldsUnderEverySeed() {
        Long single = Long.getLong("seed");
        if (single != null) {
            run(single);
            return;
        }
        for (long seed = 1; seed <= SEEDS; seed++) {
            run(seed);
        }
        run(System.nanoTime());
    }

    @Test
    void theSameSeedTwiceIsTheSameRun() {
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals(run(seed), run(seed), "seed " + seed);
        }
        assertNotEquals(run(1), run(2));
    }

    /// Or the promises of several badges would never have been looked at.
    @Test
    void badgesDoMeet() {
        int joined = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Simulation simulation = new Simulation(seed);
            simulation.run();
            joined += simulation.joined();
        }
        assertTrue(joined > 30, "joined " + joined);
    }

    private static String run(long seed) {
        try {
            return new Simulation(seed).run();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + " broke a promise; replay: mvn -pl application -am test"
                            + " -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -Dseed="
                            + seed,
                    broken);
        }
    }
}
