import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Messages from badge to badge over sockets, beside a bare echo in the same minutes: how long one
/// takes, how long one to everybody, how many are stored in a second, and how fast what has waited
/// is sent.
final class PeerMessages {

    private static final int BADGES = 1_000;

    /// What a badge may send at once (PEER-3).
    private static final int BURST = 5;

    private static final int PER_SECOND = 1_000;

    /// Badges that are not there while they are written to; a hundred messages wait for each (PEER-8).
    private static final int AWAY = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// How much is measured.
    ///
    /// @param rounds of each kind
    /// @param spoken messages whose time is taken, in each round
    record Effort(int warmUps, int rounds, int spoken) {

        static final Effort FULL = new Effort(3, 7, 5_000);
        static final Effort QUICK = new Effort(2, 3, 2_000);
    }

    /// A server and its badges.
    ///
    /// @param echoes instead of passing on
    private record Side(boolean echoes, List<MailBadge> badges) {

        /// To the next badge, or to itself.
        String message(int from, String text) {
            return echoes ? text : PeerMessages.message(name((from + 1) % BADGES), text);
        }
    }

    private final Side echo;
    private final Side supie;
    private final URI supieUrl;
    private int speaker;
    private int letters;

    private PeerMessages(URI echoUrl, URI supieUrl) throws IOException {
        this.supieUrl = supieUrl;
        this.echo = new Side(true, connect(echoUrl, 0, BADGES, "badge-"));
        this.supie = new Side(false, connect(supieUrl, 0, BADGES, "badge-"));
        supie.badges().forEach(MailBadge::greet);
    }

    /// Arguments: effort, launcher, folder of java, JVM flags, class path of the bare server,
    /// scratch folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        Path jdk = Path.of(arguments[2]);
        Path scratch = Path.of(arguments[5]);
        List<String> bare = new ArrayList<>(List.of(jdk.resolve("java").toString()));
        bare.addAll(List.of(arguments[3].split(" ")));
        bare.addAll(List.of("-cp", arguments[4], "BareEcho"));
        try (ServerProcess echo = ServerProcess.start(bare, Map.of(), jdk, scratch);
                ServerProcess supie =
                        ServerProcess.start(
                                serve(arguments[1], scratch), Map.of(), jdk, scratch)) {
            new PeerMessages(echo.url(), supie.url()).run(effort);
        }
        System.exit(0);
    }

    private static List<String> serve(String launcher, Path scratch) {
        List<String> command = new ArrayList<>(List.of(launcher, "serve", "--data"));
        command.add(scratch.resolve("data").toString());
        for (String setting :
                List.of(
                        "server.ip=127.0.0.1",
                        "server.port=0",
                        "server.http_port=0",
                        "server.stats_to_all=false",
                        "peer.allow_all=true",
                        "peer.allow_broadcast=true")) {
            command.addAll(List.of("--set", setting));
        }
        return command;
    }

    private static List<MailBadge> connect(URI url, int from, int count, String name)
            throws IOException {
        List<MailBadge> badges = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            badges.add(MailBadge.connect(url, name + i));
        }
        return badges;
    }

    private static String name(int number) {
        return "badge-" + number;
    }

    private static String message(String target, String text) {
        return "{\"type\":\"peer\",\"to\":[\"%s\"],\"payload\":{\"text\":\"%s\"}}"
                .formatted(target, text);
    }

    private void run(Effort effort) throws IOException, InterruptedException {
        System.err.println("warming up");
        for (int i = 0; i < effort.warmUps(); i++) {
            talk(echo, effort.spoken());
            talk(supie, effort.spoken());
            toEverybody();
            burst(supie);
        }
        drain(effort.warmUps());
        double[][] results = new double[9][effort.rounds()];
        for (int round = 0; round < effort.rounds(); round++) {
            System.err.println("round " + (round + 1) + " of " + effort.rounds());
            RoundTrips bare = talk(echo, effort.spoken());
            RoundTrips ours = talk(supie, effort.spoken());
            results[0][round] = bare.millisAt(0.5);
            results[1][round] = ours.millisAt(0.5);
            results[2][round] = bare.millisAt(0.99);
            results[3][round] = ours.millisAt(0.99);
            results[4][round] = echoToEverybody();
            results[5][round] = toEverybody();
            results[6][round] = burst(echo);
            results[7][round] = burst(supie);
        }
        Arrays.fill(results[8], drain(effort.rounds()));
        IO.println("%-44s %9s %9s %7s %7s".formatted("over sockets", "echo", "supie", "ratio", "goal"));
        row("one message at 1,000 /s: p50, ms", results[0], results[1], "");
        row("one message at 1,000 /s: p99, ms", results[2], results[3], "5");
        row("one message to 1,000: the last has it, ms", results[4], results[5], "150");
        row("receipts /s, 1,000 senders", results[6], results[7], "5000");
        IO.println("%-44s %9s %9.0f".formatted("what has waited, sent /s", "", median(results[8])));
    }

    private static void row(String name, double[] bare, double[] ours, String goal) {
        double[] ratios = new double[bare.length];
        Arrays.setAll(ratios, i -> ours[i] / bare[i]);
        IO.println(
                "%-44s %9.2f %9.2f %7.2f %7s"
                        .formatted(name, median(bare), median(ours), median(ratios), goal));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// Each badge in turn says something to the next, evenly spread over the time.
    private RoundTrips talk(Side side, int count) throws InterruptedException {
        RoundTrips trips = new RoundTrips();
        Semaphore arrived = new Semaphore(0);
        for (MailBadge badge : side.badges()) {
            badge.listen(
                    (text, now) -> {
                        int mark = text.indexOf("sent at ");
                        if (mark >= 0 && !text.contains("\"status\"")) {
                            int end = text.indexOf(' ', mark + 8);
                            long sent = Long.parseLong(text.substring(mark + 8, end));
                            synchronized (trips) {
                                trips.add(now - sent);
                            }
                            arrived.release();
                        }
                    });
        }
        long begin = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        for (int i = 0; i < count; i++) {
            long due = begin + i * gap;
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String text = "sent at %d %s".formatted(System.nanoTime(), " ".repeat(60) + ".");
            side.badges().get(i % BADGES).say(side.message(i % BADGES, text));
        }
        await(arrived, count, "messages");
        synchronized (trips) {
            trips.end(System.nanoTime() - begin);
        }
        return trips;
    }

    /// From the frame of one badge to the last of the others; each time another one speaks.
    private double toEverybody() throws InterruptedException {
        int by = speaker++ % BADGES;
        String mark = "everybody " + speaker + ".";
        Semaphore arrived = listenFor(supie, mark);
        long begin = System.nanoTime();
        supie.badges().get(by).say(message("broadcast", mark));
        await(arrived, BADGES - 1, "copies");
        return (System.nanoTime() - begin) / 1e6;
    }

    private double echoToEverybody() throws InterruptedException {
        Semaphore arrived = listenFor(echo, "everybody");
        long begin = System.nanoTime();
        echo.badges().forEach(badge -> badge.say("everybody " + " ".repeat(400)));
        await(arrived, BADGES, "echoes");
        return (System.nanoTime() - begin) / 1e6;
    }

    private static Semaphore listenFor(Side side, String mark) {
        Semaphore arrived = new Semaphore(0);
        for (MailBadge badge : side.badges()) {
            badge.listen(
                    (text, _) -> {
                        if (text.contains(mark) && !text.contains("\"status\"")) {
                            arrived.release();
                        }
                    });
        }
        return arrived;
    }

    /// All badges send at once as much as they may, to badges that are away; receipts a second.
    private double burst(Side side) throws InterruptedException {
        // As long as it takes until each may send so much again.
        TimeUnit.MILLISECONDS.sleep(1_100);
        Semaphore receipts = new Semaphore(0);
        for (MailBadge badge : side.badges()) {
            badge.listen(
                    (text, _) -> {
                        if (text.contains("\"done\"") || side.echoes()) {
                            receipts.release();
                        } else if (!text.contains("TARGET_OFFLINE")) {
                            throw new IllegalStateException("unexpected: " + text);
                        }
                    });
        }
        long begin = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
            for (MailBadge badge : side.badges()) {
                String target = "away-" + (side.echoes() ? 0 : letters++ % AWAY);
                badge.say(message(target, "When you are back, please look at order " + letters));
            }
        }
        await(receipts, BURST * BADGES, "receipts");
        return BURST * BADGES * 1e9 / (System.nanoTime() - begin);
    }

    /// Those who were away come for what `bursts` have left; messages a second.
    private double drain(int bursts) throws IOException, InterruptedException {
        List<MailBadge> away = connect(supieUrl, 0, AWAY, "away-");
        Semaphore arrived = new Semaphore(0);
        for (MailBadge badge : away) {
            badge.listen(
                    (text, _) -> {
                        if (text.contains("\"message\"")) {
                            arrived.release();
                        }
                    });
        }
        long begin = System.nanoTime();
        away.forEach(MailBadge::greet);
        int count = bursts * BURST * BADGES;
        await(arrived, count, "messages that had waited");
        double perSecond = count * 1e9 / (System.nanoTime() - begin);
        // The last acknowledgements are on their way.
        TimeUnit.MILLISECONDS.sleep(500);
        away.forEach(MailBadge::close);
        return perSecond;
    }

    private static void await(Semaphore arrived, int count, String what)
            throws InterruptedException {
        if (!arrived.tryAcquire(count, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "of %d %s only %d came".formatted(count, what, arrived.availablePermits()));
        }
    }
}
