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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// CON-6, WF-3: a kill in the middle of a storm of changes loses nothing that has its receipt, and
/// leaves no request half done. `-DtaskKills=N` for more than the usual few, `-Dseed=N` for the
/// same plan again; the moments themselves depend on the machine.
final class TaskCrashTest {

    private static final int KILLS = Integer.getInteger("taskKills", 8);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int KILL_MILLIS_MAX = 300;

    /// Less than the burst that a badge may send (MSG-2).
    private static final int CHANGES_MAX = 90;

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
                life(client, folder, random.nextInt(KILL_MILLIS_MAX + 1));
            }
            try (SupieProcess process = SupieProcess.serve(folder).whenReady()) {
                comeBack(client, process);
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("-DtaskKills=" + KILLS + " -Dseed=" + SEED, failure);
        }
        int receipts = badges.stream().mapToInt(StormyBadge::receipts).sum();
        assertTrue(receipts >= KILLS, () -> "only " + receipts + " changes had a receipt");
    }

    private void life(HttpClient client, Path folder, int millis)
            throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder).whenReady()) {
            comeBack(client, process);
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                    .execute(process::kill);
            stormUntilKilled();
            for (StormyBadge badge : badges) {
                badge.notice();
            }
            process.exit();
        }
    }

    private void comeBack(HttpClient client, SupieProcess process) throws InterruptedException {
        for (StormyBadge badge : badges) {
            badge.comeBack(client, process.deviceUrl());
        }
    }

    private void stormUntilKilled() throws InterruptedException {
        try {
            for (int change = 0; change < CHANGES_MAX; change++) {
                for (StormyBadge badge : badges) {
                    badge.change();
                }
            }
        } catch (CompletionException killed) {
            // As planned; whoever was faster waits for it below.
            return;
        }
    }
}
