package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// MTG-6 to MTG-8 when a whole company's meetings end with the hour, and the model takes 5 s for
/// each: everybody is told at once, gets the minutes of the own meeting, and nothing is left
/// behind.
@Timeout(180)
final class HundredMeetingsTest {

    private static final int MEETINGS = 100;
    private static final int WORKERS = 20;
    private static final Duration MODEL = Duration.ofSeconds(5);

    /// Tests run beside other work, which may delay some acks, but not most of them.
    private static final Duration ACK_MAX = Duration.ofMillis(100);

    /// 20 KB for each of the meetings; the caches of the database fill up meanwhile.
    private static final long LIVE_BYTES_MAX = 2_000_000;

    @Test
    void aHundredThatEndAtOnceAreAllToldAndWritten(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (BusyModel model = new BusyModel(MODEL);
                SupieProcess process =
                        SupieProcess.serve(
                                        folder,
                                        "--set",
                                        "llm.main.base_url=" + model.url(),
                                        "--set",
                                        "llm.main.model=busy",
                                        "--set",
                                        "meeting.workers=" + WORKERS)
                                .whenReady();
                HttpClient client = HttpClient.newHttpClient()) {
            List<Badge> badges = new ArrayList<>();
            for (int table = 0; table < MEETINGS; table++) {
                badges.add(Badge.connect(client, process.deviceUrl(), "badge-" + table));
            }
            held(badges.subList(0, 1));
            Footprint before = Footprint.of(process.pid());

            long[] acks = held(badges);

            Arrays.sort(acks);
            assertTrue(acks[MEETINGS / 2] < ACK_MAX.toNanos(), () -> Arrays.toString(acks));
            assertEquals(MEETINGS + 1, model.calls());
            assertEquals(WORKERS, model.mostAtOnce());
            long growth = Footprint.of(process.pid()).liveBytes() - before.liveBytes();
            assertTrue(growth < LIVE_BYTES_MAX, () -> "the heap grew by " + growth + " bytes");
            badges.forEach(Badge::close);
        }
    }

    /// Meetings of these badges that end in one moment; how long each waited for its ack.
    private static long[] held(List<Badge> badges) throws InterruptedException {
        for (int table = 0; table < badges.size(); table++) {
            badges.get(table).startMeeting();
            badges.get(table).tell("This was said at table " + table + ".");
        }
        long[] waited = new long[badges.size()];
        for (int table = 0; table < badges.size(); table++) {
            waited[table] = badges.get(table).say(Messages.finalizing());
        }
        for (int table = 0; table < badges.size(); table++) {
            Badge.Heard ack = badges.get(table).hear(Messages.ofPhase("finalize"));
            waited[table] = ack.nanos() - waited[table];
        }
        for (int table = 0; table < badges.size(); table++) {
            JsonObject summary = badges.get(table).await(Messages::isFreshSummary);
            assertEquals("table " + table, summary.getString("title"));
            assertFalse(summary.containsKey("degraded"), summary::toString);
            badges.get(table).await(Messages::isDone);
        }
        return waited;
    }
}
