import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A hundred meetings that end in one moment while the language model takes 5 s: how soon each of
/// the badges is told so (MTG-6).
final class Meetings {

    private static final int BADGES = 100;
    private static final int WORKERS = 20;
    private static final Duration THINKING = Duration.ofSeconds(5);

    /// What each badge hears of an end, after which nothing of its meeting is left to do.
    private static final String DONE = "\"stage\":\"done\"";

    /// How much is measured.
    ///
    /// @param warmUps rounds with a model that answers at once
    record Effort(int warmUps, int rounds) {

        static final Effort FULL = new Effort(20, 9);
        static final Effort QUICK = new Effort(5, 3);
    }

    private final List<Screen> screens = new ArrayList<>();

    /// Arguments: effort, launcher, folder of java, scratch folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        Path scratch = Path.of(arguments[3]);
        try (HttpClient client = HttpClient.newHttpClient();
                SlowModel model = new SlowModel();
                ServerProcess server =
                        ServerProcess.start(
                                serve(arguments[1], scratch, model),
                                Map.of("SUPIE_JAVA_OPTS", "-Xmx256m"),
                                Path.of(arguments[2]),
                                scratch)) {
            new Meetings().run(client, server, model, effort);
            client.shutdownNow();
        }
    }

    private static List<String> serve(String launcher, Path scratch, SlowModel model) {
        return List.of(
                launcher,
                "serve",
                "--data",
                scratch.resolve("data").toString(),
                "--set",
                "server.ip=127.0.0.1",
                "--set",
                "server.port=0",
                "--set",
                "server.http_port=0",
                "--set",
                "server.stats_to_all=false",
                "--set",
                "llm.main.base_url=" + model.url(),
                "--set",
                "llm.main.model=slow",
                "--set",
                "meeting.workers=" + WORKERS);
    }

    private void run(HttpClient client, ServerProcess server, SlowModel model, Effort effort)
            throws InterruptedException {
        for (int i = 0; i < BADGES; i++) {
            String device = "94:a9:90:00:01:%02d".formatted(i);
            screens.add(Screen.connect(client, server.url(), device));
        }
        print("rounds of %d badges, ms".formatted(BADGES), "median", "slowest", "ratio");
        pings();
        round("the first after a start", meetings());
        for (int i = 0; i < effort.warmUps(); i++) {
            pings();
            meetings();
        }
        model.takes(THINKING);
        List<long[]> pings = new ArrayList<>();
        List<long[]> ends = new ArrayList<>();
        for (int i = 0; i < effort.rounds(); i++) {
            pings.add(pings());
            ends.add(meetings());
            round("model of 5 s, round " + (i + 1), ends.getLast());
        }
        long[] ping = pooled(pings);
        long[] end = pooled(ends);
        row("pings, all rounds", ping, 1);
        row("ends, all rounds", end, (double) end[end.length / 2] / ping[ping.length / 2]);
        IO.println(
                "calls at once: %d (meeting.workers: %d)".formatted(model.mostAtOnce(), WORKERS));
        screens.forEach(Screen::close);
    }

    /// Meetings of all badges that end in one moment; how long each waited for the word of it.
    private long[] meetings() throws InterruptedException {
        for (Screen screen : screens) {
            screen.say("{\"type\":\"mode\",\"state\":\"start\",\"mode\":\"meeting\"}");
            screen.await("\"mode\"");
            screen.say(
                    "{\"type\":\"meeting\",\"phase\":\"snippet\","
                            + "\"items\":[{\"tag\":\"speech\",\"text\":\"This was said.\"}]}");
            screen.await("\"snippet\"");
        }
        long[] waits = burst("{\"type\":\"meeting\",\"phase\":\"finalize\"}", "\"finalize\"");
        for (Screen screen : screens) {
            screen.await(DONE);
        }
        return waits;
    }

    private long[] pings() throws InterruptedException {
        return burst("{\"type\":\"ping\"}", "\"pong\"");
    }

    /// Sorted nanoseconds from each badge's frame to its answer.
    private long[] burst(String text, String mark) throws InterruptedException {
        long[] waits = new long[screens.size()];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = -screens.get(i).say(text);
        }
        for (int i = 0; i < waits.length; i++) {
            waits[i] += screens.get(i).await(mark);
        }
        Arrays.sort(waits);
        return waits;
    }

    private static long[] pooled(List<long[]> rounds) {
        return rounds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static void round(String name, long[] waits) {
        print(name, millis(waits[waits.length / 2]), millis(waits[waits.length - 1]), "");
    }

    private static void row(String name, long[] waits, double ratio) {
        print(
                name,
                millis(waits[waits.length / 2]),
                millis(waits[waits.length - 1]),
                "%.1f".formatted(ratio));
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

    private static void print(String name, String median, String slowest, String ratio) {
        IO.println("%-40s %8s %8s %8s".formatted(name, median, slowest, ratio));
    }
}
