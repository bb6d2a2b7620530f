package dev.supie.application.simulation;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Ring 4 for tasks. `-Dseeds=N` runs more seeds, `-Dseed=N` just that one.
class TaskSimulationTest {

    private static final long SEEDS = Long.getLong("seeds", 200);

    /// Held here because the log manager would forget an unreferenced logger's level.
    private static final Logger SERVICES = Logger.getLogger("dev.supie.application");

    /// Planned faults are logged as errors by the thousand; here they are no news.
    @BeforeAll
    static void quieten() {
        SERVICES.setLevel(Level.OFF);
    }

    @Test
    void boardsAnswersAndScreensAreRightUnderEverySeed() {
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

    private static void run(long seed) {
        try {
            new TaskSimulation(seed).run();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + " broke a promise; replay: mvn -pl application -am test"
                            + " -Dtest=TaskSimulationTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed="
                            + seed,
                    broken);
        }
    }
}
