package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// CON-6, WF-3: a kill in the middle of a storm of changes loses nothing that has its receipt, and
/// leaves no request half done. `-DtaskKills=N` for more than the usual few, `-Dseed=N` for the
/// same plan again; the moments themselves depend on the machine.
final class TaskCrashTest {

    private static final int KILLS = Integer.getInteger("taskKills", 8);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /// Of each badge in one life of the server: less than the burst that it may send (MSG-2).
    private static final int CHANGES = 90;

    /// Receipts before a kill, at most; most changes are still under way then.
    private static final int RECEIPTS_MAX = 120;

    private static final long LOOK_NANOS = 200_000;

    private final List<StormyBadge> badges =
            List.of(
                    new StormyBadge("94:a9:90:00:00:01"),
                    new StormyBadge("94:a9:90:00:00:02"),
                    new StormyBadge("94:a9:90:00:00:03"));

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void whateverHasAReceiptIsThereAndNothingIsHalfThere(@TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(SEED);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int kill = 0; kill < KILLS; kill++) {
                life(client, folder, random.nextInt(RECEIPTS_MAX + 1));
            }
            try (SupieProcess process = SupieProcess.serve(folder).whenReady()) {
                comeBack(client, process);
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("-DtaskKills=" + KILLS + " -Dseed=" + SEED, failure);
        }
        assertTrue(receipts() >= KILLS, () -> "only " + receipts() + " changes had a receipt");
    }

    /// The server is killed as soon as so many changes have their receipt, among many more that are
    /// under way.
    private void life(HttpClient client, Path folder, int receipts)
            throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady()) {
            comeBack(client, process);
            int wanted = receipts() + receipts;
            for (int change = 0; change < CHANGES; change++) {
                for (StormyBadge badge : badges) {
                    badge.change();
                }
            }
            await(wanted);
            process.kill();
            for (StormyBadge badge : badges) {
                badge.notice();
            }
            process.exit();
        }
    }

    private void await(int wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (receipts() < wanted) {
            assertTrue(System.nanoTime() < deadline, "not answered in time");
            LockSupport.parkNanos(LOOK_NANOS);
            for (StormyBadge badge : badges) {
                badge.heed();
            }
        }
    }

    private int receipts() {
        return badges.stream().mapToInt(StormyBadge::receipts).sum();
    }

    private void comeBack(HttpClient client, SupieProcess process) throws InterruptedException {
        for (StormyBadge badge : badges) {
            badge.comeBack(client, process.deviceUrl());
        }
    }
}
