package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// MTG-6 to MTG-8 when a whole company's meetings end with the hour, and the model takes 5 s for
/// each: everybody is told at once, gets the minutes of the own meeting, and nothing is left
/// behind.
@Timeout(180)
final class HundredMeetingsTest {

    private static final int MEETINGS = 100;
    private static final int WORKERS = 20;
    private static final Duration MODEL = Duration.ofSeconds(5);

    /// The database keeps some of what it wrote in a cache, which has a limit of its own.
    private static final long LIVE_BYTES_MAX = 4_000_000;

    /// Of one class: each of the calls at once may leave something until its timer ends or its
    /// connection is used again. A meeting that stays would be a hundred of several.
    private static final long OBJECTS_NOISE = WORKERS;

    /// Each look takes the time of a collection, and what is under way ends meanwhile.
    private static final int LOOKS_MAX = 20;

    @Test
    void aHundredThatEndAtOnceAreAllToldAndWritten(@TempDir Path folder)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        try (BusyModel model = new BusyModel();
                SupieProcess process = serving(folder, model).whenReady()) {
            List<Badge> badges = new ArrayList<>();
            for (int table = 0; table < MEETINGS; table++) {
                Badge badge = Badge.connect(client, process.deviceUrl(), "badge-" + table);
                // Without it, what messages keep of a badge would change after two seconds.
                PeerTalk.greet(badge, false, 1);
                badges.add(badge);
            }
            // Loads every class and fills the caches of the database.
            held(badges);
            Footprint before = Footprint.of(process.pid());
            model.takes(MODEL);

            List<Held> held = held(badges);

            assertNobodyWaitedForTheModel(held);
            assertEquals(2 * MEETINGS, model.calls());
            assertEquals(WORKERS, model.mostAtOnce());
            assertNothingIsKept(process, before);
        } finally {
            client.shutdownNow();
        }
    }

    private static void assertNothingIsKept(SupieProcess process, Footprint before)
            throws IOException {
        Map<String, Long> growth = growth(process, before);
        for (int look = 1; look < LOOKS_MAX && !growth.isEmpty(); look++) {
            growth = growth(process, before);
        }
        assertEquals(Map.of(), growth);
    }

    /// Threads and files are those of as many calls at once as the model gets.
    private static Map<String, Long> growth(SupieProcess process, Footprint before)
            throws IOException {
        Map<String, Long> growth = new TreeMap<>(Footprint.of(process.pid()).growthSince(before));
        growth.keySet().removeAll(Set.of("threads", "files"));
        growth.entrySet()
                .removeIf(
                        grown ->
                                grown.getValue()
                                        <= (grown.getKey().equals("live bytes")
                                                ? LIVE_BYTES_MAX
                                                : OBJECTS_NOISE));
        return growth;
    }

    private static SupieProcess serving(Path folder, BusyModel model) throws IOException {
        return SupieProcess.serve(
                folder,
                "--set",
                "llm.main.base_url=" + model.url(),
                "--set",
                "llm.main.model=busy",
                "--set",
                "meeting.workers=" + WORKERS);
    }

    /// One badge's end of a meeting, each by [System#nanoTime].
    private record Held(long asked, long acked, long written) {

        long ackMillis() {
            return Duration.ofNanos(acked - asked).toMillis();
        }
    }

    /// How long an ack takes depends on what else the machine does; that all have theirs before the
    /// model has answered anybody does not.
    private static void assertNobodyWaitedForTheModel(List<Held> held) {
        long firstWritten = held.stream().mapToLong(Held::written).min().orElseThrow();
        assertTrue(held.stream().allMatch(each -> each.acked() < firstWritten), held::toString);
        long[] millis = held.stream().mapToLong(Held::ackMillis).sorted().toArray();
        System.out.printf(
                "acks of %d meetings that end at once: median %d ms, slowest %d ms%n",
                MEETINGS, millis[MEETINGS / 2], millis[MEETINGS - 1]);
    }

    /// Meetings of these badges that end in one moment.
    private static List<Held> held(List<Badge> badges) throws InterruptedException {
        for (int table = 0; table < badges.size(); table++) {
            badges.get(table).startMeeting();
            badges.get(table).tell("This was said at table " + table + ".");
        }
        List<Long> asked = new ArrayList<>();
        for (Badge badge : badges) {
            asked.add(badge.say(Messages.finalizing()));
        }
        List<Held> held = new ArrayList<>();
        for (int table = 0; table < badges.size(); table++) {
            Badge badge = badges.get(table);
            long acked = badge.hear(Messages.ofPhase("finalize")).nanos();
            Badge.Heard summary = badge.hear(Messages::isFreshSummary);
            assertEquals("table " + table, summary.message().getString("title"));
            assertFalse(summary.message().containsKey("degraded"), summary::toString);
            badge.await(Messages::isDone);
            held.add(new Held(asked.get(table), acked, summary.nanos()));
        }
        return held;
    }
}
