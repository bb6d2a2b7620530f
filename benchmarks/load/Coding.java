import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Twenty badges that tell of builds at once: how soon the first insight about an error is there by
/// rules, and how soon the summary after the end while the language model hangs.
final class Coding {

    private static final int BADGES = 20;

    /// What a build prints before it fails.
    private static final int LINES = 150;

    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    /// So that no badge says more than 50 messages a second (MSG-2).
    private static final Duration SPACING = Duration.ofMillis(100);

    private static final String LOG = "{\"type\":\"coding\",\"event\":\"log\",\"text\":\"";

    /// How much is measured; a round is one build of every badge.
    record Effort(int warmUps, int rounds) {

        static final Effort FULL = new Effort(10, 60);
        static final Effort QUICK = new Effort(3, 10);
    }

    private final List<Screen> screens = new ArrayList<>();

    /// Arguments: effort, launcher, folder of java, scratch folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        RoundTrips pings;
        RoundTrips insights;
        RoundTrips asked;
        RoundTrips summaries;
        System.err.println("with rules");
        try (HttpClient client = HttpClient.newHttpClient();
                ServerProcess server = serve(arguments, "rules")) {
            Coding coding = new Coding().connected(client, server);
            coding.insights(effort.warmUps());
            pings = coding.pings(effort.rounds());
            insights = coding.insights(effort.rounds());
            coding.close();
            client.shutdownNow();
        }
        System.err.println("with a model that hangs");
        try (HttpClient client = HttpClient.newHttpClient();
                SlowModel model = new SlowModel();
                ServerProcess server =
                        serve(
                                arguments,
                                "model",
                                "llm.main.base_url=" + model.url(),
                                "llm.main.model=hanging")) {
            model.takes(FOR_EVER);
            Coding coding = new Coding().connected(client, server);
            // The first ones wait for the model; it is left alone for a while then.
            asked = coding.summaries(1);
            summaries = coding.summaries(Math.max(1, effort.rounds() / 4));
            coding.close();
            client.shutdownNow();
        }
        print(pings, insights, asked, summaries);
    }

    private static ServerProcess serve(String[] arguments, String name, String... settings)
            throws IOException {
        Path scratch = Path.of(arguments[3]);
        List<String> command =
                new ArrayList<>(
                        List.of(arguments[1], "serve", "--data", scratch.resolve(name).toString()));
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "server.ip=127.0.0.1",
                                "server.port=0",
                                "server.http_port=0",
                                "server.stats_to_all=false"));
        all.addAll(List.of(settings));
        all.forEach(setting -> command.addAll(List.of("--set", setting)));
        return ServerProcess.start(
                command, Map.of("SUPIE_JAVA_OPTS", "-Xmx256m"), Path.of(arguments[2]), scratch);
    }

    private Coding connected(HttpClient client, ServerProcess server) throws InterruptedException {
        for (int i = 0; i < BADGES; i++) {
            String device = "94:a9:90:00:00:%02d".formatted(i);
            screens.add(Screen.connect(client, server.url(), device));
        }
        return this;
    }

    private void close() {
        screens.forEach(Screen::close);
    }

    private RoundTrips pings(int rounds) throws InterruptedException {
        RoundTrips trips = new RoundTrips();
        long begin = System.nanoTime();
        for (int i = 0; i < rounds * BADGES; i++) {
            Screen screen = screens.get(i % BADGES);
            long asked = screen.say("{\"type\":\"ping\"}");
            trips.add(screen.await("\"pong\"") - asked);
        }
        trips.end(System.nanoTime() - begin);
        return trips;
    }

    /// From the frame with the error to the first insight of the run, all badges at once.
    private RoundTrips insights(int rounds) throws InterruptedException {
        RoundTrips trips = new RoundTrips();
        long begin = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            LockSupport.parkNanos(SPACING.toNanos());
            long[] failed = new long[BADGES];
            for (int i = 0; i < BADGES; i++) {
                screens.get(i).say("{\"type\":\"coding\",\"event\":\"start\"}");
                screens.get(i).say(LOG + progress() + "\"}");
                failed[i] = screens.get(i).say(LOG + error(round) + "\"}");
            }
            for (int i = 0; i < BADGES; i++) {
                trips.add(screens.get(i).await("\"event\":\"insight\"") - failed[i]);
            }
            end();
        }
        trips.end(System.nanoTime() - begin);
        return trips;
    }

    /// From the frame of the stop to the summary, all badges at once.
    private RoundTrips summaries(int rounds) throws InterruptedException {
        RoundTrips trips = new RoundTrips();
        long begin = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            long[] stopped = new long[BADGES];
            for (int i = 0; i < BADGES; i++) {
                screens.get(i).say(LOG + progress() + "\\n" + error(round) + "\"}");
                stopped[i] = screens.get(i).say("{\"type\":\"coding\",\"event\":\"stop\"}");
            }
            for (int i = 0; i < BADGES; i++) {
                trips.add(screens.get(i).await("\"event\":\"summary\"") - stopped[i]);
            }
        }
        trips.end(System.nanoTime() - begin);
        return trips;
    }

    private void end() throws InterruptedException {
        for (Screen screen : screens) {
            screen.say("{\"type\":\"coding\",\"event\":\"stop\"}");
            screen.await("\"event\":\"summary\"");
        }
    }

    private static String progress() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append(i == 0 ? "" : "\\n").append("[INFO] Compiling part %d".formatted(i));
        }
        return lines.toString();
    }

    private static String error(int round) {
        return "main%d.c:7:2: error: 'speed' undeclared".formatted(round);
    }

    private static void print(
            RoundTrips pings, RoundTrips insights, RoundTrips asked, RoundTrips summaries) {
        IO.println("%-40s %8s %8s %8s %8s %8s".formatted("ms", "p50", "p95", "p99", "max", "goal"));
        line("a ping and its pong", pings, "");
        line("an error to the first insight, by rules", insights, "1200");
        line("stop to the summary, model hangs", asked, "2000");
        line("the same, model left alone", summaries, "2000");
    }

    private static void line(String name, RoundTrips trips, String goal) {
        IO.println(
                "%-40s %8.2f %8.2f %8.2f %8.2f %8s"
                        .formatted(
                                name,
                                trips.millisAt(0.5),
                                trips.millisAt(0.95),
                                trips.millisAt(0.99),
                                trips.millisAt(1.0),
                                goal));
    }
}
