package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// CON-6, MTG-3, MTG-7: a kill at any moment loses nothing that was answered `ok`, doubles nothing,
/// and summarises nothing twice. `-Dkills=N` for more or fewer than thirty, `-Dseed=N` for the same
/// plan again; the moments themselves depend on the machine.
final class CrashCampaignTest {

    private static final int KILLS = Integer.getInteger("kills", 30);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /// On one data folder; after that the list of meetings would not fit into one answer.
    private static final int KILLS_A_FOLDER_MAX = 50;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void nothingThatWasAnsweredIsLostOrDoubled(@TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(SEED);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int done = 0; done < KILLS; done += KILLS_A_FOLDER_MAX) {
                Path data = Files.createDirectory(folder.resolve("after-" + done));
                int kills = Math.min(KILLS - done, KILLS_A_FOLDER_MAX);
                int taken = taken(client, data, random, kills);
                assertTrue(taken >= kills, () -> "only " + taken + " texts were taken");
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("-Dkills=" + KILLS + " -Dseed=" + SEED, failure);
        }
    }

    private static int taken(HttpClient client, Path data, Random random, int kills)
            throws IOException, InterruptedException {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            CrashCampaign campaign = new CrashCampaign(client, data, random, receiver);
            for (int i = 0; i < kills; i++) {
                campaign.round();
            }
            return campaign.conclude();
        }
    }
}
