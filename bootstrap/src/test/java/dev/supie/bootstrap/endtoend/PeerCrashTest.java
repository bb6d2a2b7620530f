package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// CON-6, PEER-5 to PEER-9: 20 badges write to each other as fast as they may, the server is killed
/// in the middle of it, and again, and every message that had a receipt arrives exactly once, in
/// its sender's order. `-Dpeer.kills=N` for more than the usual few, `-Dseed=N` for the same plan
/// again; the moments themselves depend on the machine.
final class PeerCrashTest {

    private static final int KILLS = Integer.getInteger("peer.kills", 10);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int BADGES = 20;

    /// Receipts before a kill, at most; all of them together send as many in one life.
    private static final int RECEIPTS_MAX = BADGES * MailingBadge.BURST;

    /// After the receipt that is waited for, a kill may come so much later.
    private static final long LATER_NANOS_MAX = 20_000_000;

    private static final long LOOK_NANOS = 200_000;

    private final List<MailingBadge> badges = new ArrayList<>();

    PeerCrashTest() {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < BADGES; number++) {
            names.add("94:a9:90:00:00:%02d".formatted(number));
        }
        names.forEach(name -> badges.add(new MailingBadge(name, names)));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyMessageWithAReceiptArrivesExactlyOnce(@TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(SEED);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int kill = 0; kill < KILLS; kill++) {
                life(client, folder, random);
            }
            comeToRest(client, folder);
            comeBackToNothing(client, folder);
            badges.forEach(sender -> sender.checkArrivals(badges));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("-Dpeer.kills=" + KILLS + " -Dseed=" + SEED, failure);
        }
        int arrived = badges.stream().mapToInt(MailingBadge::arrived).sum();
        assertTrue(arrived >= 10 * KILLS, () -> "only " + arrived + " messages arrived");
    }

    private static SupieProcess serve(Path folder) throws IOException {
        return SupieProcess.serve(folder, "--set", "peer.allow_all=true").whenReady();
    }

    /// The server is killed as soon as so many messages have their receipt, or a little later,
    /// among many more that are under way.
    private void life(HttpClient client, Path folder, Random random)
            throws IOException, InterruptedException {
        try (SupieProcess process = serve(folder)) {
            for (MailingBadge badge : badges) {
                badge.comeBack(client, process.deviceUrl());
            }
            int wanted = receipts() + random.nextInt(RECEIPTS_MAX + 1);
            for (int turn = 0; turn < MailingBadge.BURST; turn++) {
                for (MailingBadge badge : badges) {
                    badge.send(random);
                }
            }
            awaitReceipts(wanted);
            LockSupport.parkNanos(random.nextLong(LATER_NANOS_MAX));
            process.kill();
            for (MailingBadge badge : badges) {
                badge.notice();
            }
            process.exit();
        }
    }

    private void awaitReceipts(int wanted) throws InterruptedException {
        awaitAll(() -> receipts() >= wanted);
    }

    private interface Condition {
        boolean holds();
    }

    private void awaitAll(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "not in time");
            LockSupport.parkNanos(LOOK_NANOS);
            for (MailingBadge badge : badges) {
                badge.heed();
            }
        }
    }

    private int receipts() {
        return badges.stream().mapToInt(MailingBadge::receipts).sum();
    }

    /// Nobody sends anything new; what has no receipt is sent again with its mark.
    private void comeToRest(HttpClient client, Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess process = serve(folder)) {
            for (MailingBadge badge : badges) {
                badge.comeBack(client, process.deviceUrl());
            }
            awaitAll(() -> badges.stream().allMatch(MailingBadge::hasBacklog));
            badges.forEach(MailingBadge::checkBacklog);
            awaitAll(() -> badges.getLast().isKnownToBeRedelivered(badges));
            badges.forEach(MailingBadge::sendAgain);
            awaitAll(() -> badges.stream().noneMatch(MailingBadge::isWaiting));
            awaitAll(() -> badges.stream().allMatch(sender -> sender.hasArrived(badges)));
            // Handled in order, and the ends of what is acknowledged are stored before the goodbye.
            process.terminate();
            for (MailingBadge badge : badges) {
                badge.notice();
            }
            process.exit();
        }
    }

    /// Everything was acknowledged, so nothing comes again.
    private void comeBackToNothing(HttpClient client, Path folder)
            throws IOException, InterruptedException {
        try (SupieProcess process = serve(folder)) {
            for (MailingBadge badge : badges) {
                badge.comeBack(client, process.deviceUrl());
            }
            awaitAll(() -> badges.stream().allMatch(MailingBadge::hasBacklog));
            badges.forEach(MailingBadge::checkNothingCame);
        }
    }
}
