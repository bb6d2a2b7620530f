import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Fifty badges of one group: how soon what one of them changes is on the screens of all, and how
/// soon working mode shows the list.
final class Tasks {

    private static final int MEMBERS = 50;

    /// Open tasks on the board, each with a title as people write them.
    private static final int TASKS = 30;

    /// The list comes with working mode only so long after the last one (WF-7).
    private static final Duration SPACING = Duration.ofMillis(1600);

    /// How much is measured.
    ///
    /// @param rounds of working mode, each with every badge
    record Effort(int warmUps, int changes, int rounds) {

        static final Effort FULL = new Effort(300, 1500, 6);
        static final Effort QUICK = new Effort(60, 200, 2);
    }

    private final List<Screen> screens = new ArrayList<>();
    private int changes;

    /// Arguments: effort, launcher, folder of java, scratch folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        Path scratch = Path.of(arguments[3]);
        try (HttpClient client = HttpClient.newHttpClient();
                ServerProcess server =
                        ServerProcess.start(
                                serve(arguments[1], scratch),
                                Map.of("SUPIE_JAVA_OPTS", "-Xmx256m"),
                                Path.of(arguments[2]),
                                scratch)) {
            new Tasks().run(client, server, effort);
            client.shutdownNow();
        }
    }

    private static List<String> serve(String launcher, Path scratch) {
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
                "server.stats_to_all=false");
    }

    private void run(HttpClient client, ServerProcess server, Effort effort)
            throws InterruptedException {
        for (int i = 0; i < MEMBERS; i++) {
            String device = "94:a9:90:00:00:%02d".formatted(i);
            screens.add(Screen.connect(client, server.url(), device));
        }
        fillTheBoard();
        System.err.println("warming up");
        changes(effort.warmUps());
        pings(effort.warmUps());
        System.err.println("measuring");
        RoundTrips pings = pings(effort.changes());
        RoundTrips changed = changes(effort.changes());
        RoundTrips shown = workingModes(effort.rounds());
        print(pings, changed, shown);
        screens.forEach(Screen::close);
    }

    private void fillTheBoard() throws InterruptedException {
        StringBuilder tasks = new StringBuilder();
        for (int i = 0; i < TASKS; i++) {
            tasks.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"t%d\",\"title\":\"".formatted(i))
                    .append("Call the printer about order %d\"}".formatted(i));
        }
        change(screens.getFirst(), tasks.toString(), "\"t" + (TASKS - 1) + "\"");
    }

    /// From the update's frame to the list at the last screen.
    private long change(Screen by, String tasks, String mark) throws InterruptedException {
        long begin =
                by.say("{\"type\":\"workflow\",\"event\":\"update\",\"tasks\":[" + tasks + "]}");
        long end = begin;
        for (Screen screen : screens) {
            end = Math.max(end, screen.await(mark));
        }
        return end - begin;
    }

    private RoundTrips changes(int count) throws InterruptedException {
        RoundTrips trips = new RoundTrips();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            changes++;
            String task = "{\"id\":\"t%d\",\"count\":%d}".formatted(i % TASKS, changes);
            // With what follows a number, so that 12 is not found in 123.
            trips.add(change(screens.get(i % MEMBERS), task, "\"count\":" + changes + "}"));
        }
        trips.end(System.nanoTime() - begin);
        return trips;
    }

    private RoundTrips pings(int count) throws InterruptedException {
        RoundTrips trips = new RoundTrips();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Screen screen = screens.get(i % MEMBERS);
            long asked = screen.say("{\"type\":\"ping\"}");
            trips.add(screen.await("\"pong\"") - asked);
        }
        trips.end(System.nanoTime() - begin);
        return trips;
    }

    private RoundTrips workingModes(int rounds) throws InterruptedException {
        RoundTrips trips = new RoundTrips();
        long begin = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            LockSupport.parkNanos(SPACING.toNanos());
            for (Screen screen : screens) {
                long asked = screen.say(mode("start"));
                trips.add(screen.await("\"tasks\"") - asked);
                screen.say(mode("end"));
                screen.await("\"end\"");
            }
        }
        trips.end(System.nanoTime() - begin);
        return trips;
    }

    private static String mode(String state) {
        return "{\"type\":\"mode\",\"state\":\"" + state + "\",\"mode\":\"working\"}";
    }

    private static void print(RoundTrips pings, RoundTrips changed, RoundTrips shown) {
        IO.println(
                "%-40s %8s %8s %8s %8s %8s".formatted("ms", "p50", "p95", "p99", "goal", "ratio"));
        row("a ping and its pong", pings, pings, "");
        row("a change to the last of %d screens".formatted(MEMBERS), changed, pings, "50");
        row("working mode to the list", shown, pings, "100");
    }

    /// The ratio of the medians says what the machine of that minute does not.
    private static void row(String name, RoundTrips trips, RoundTrips pings, String goal) {
        IO.println(
                "%-40s %8.2f %8.2f %8.2f %8s %8.1f"
                        .formatted(
                                name,
                                trips.millisAt(0.5),
                                trips.millisAt(0.95),
                                trips.millisAt(0.99),
                                goal,
                                trips.millisAt(0.5) / pings.millisAt(0.5)));
    }
}
