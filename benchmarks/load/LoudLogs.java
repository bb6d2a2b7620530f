import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How long badges wait for answers while the server writes 2,000 long lines a second, beside how
/// long they wait while it writes none, turn by turn in the same minutes (LOG-1).
public final class LoudLogs {

    /// So many that none sends more than it may (MSG-2).
    private static final int BADGES = 200;

    /// What many teams together do, and less than what two cores can: a client that asks as fast as
    /// it is answered measures how the processor is shared, whatever it is shared with.
    private static final int PINGS_PER_SECOND = 1000;

    private static final int STOP_SECONDS_MAX = 30;
    private static final double TAIL = 0.99;

    /// @param rounds each a loud and a silent time
    private record Effort(int rounds, Duration loud, Duration quiet, int stalls, Duration stall) {

        static final Effort FULL =
                new Effort(
                        20,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        6,
                        Duration.ofSeconds(10));
        static final Effort QUICK =
                new Effort(
                        3, Duration.ofSeconds(10), Duration.ofSeconds(5), 2, Duration.ofSeconds(4));
    }

    /// What the server said of its lines.
    private record Report(long lines, double median, double tail, double worst) {

        static Report of(String line) {
            String[] words = line.split(" ");
            return new Report(
                    Long.parseLong(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]));
        }
    }

    private final List<String> command;
    private final Path scratch;

    private LoudLogs(List<String> command, Path scratch) {
        this.command = command;
        this.scratch = scratch;
    }

    /// Arguments: effort, java, its flags, class path, scratch folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        List<String> command = new ArrayList<>(List.of(arguments[1]));
        command.addAll(List.of(arguments[2].split(" ")));
        command.addAll(List.of("-Xmx256m", "-cp", arguments[3], "LoudServer"));
        LoudLogs benchmark = new LoudLogs(command, Path.of(arguments[4]));
        System.out.printf(
                "%-44s%9s%9s%9s%9s%n", "a ping and its pong, ms", "p50", "p99", "worst", "ratio");
        benchmark.writing(effort);
        benchmark.stalling(effort);
    }

    /// A disk that takes what it is given.
    private void writing(Effort effort) throws IOException, InterruptedException {
        Path logs = scratch.resolve("logs");
        Report report =
                measured("", logs, 10, effort.rounds(), effort.loud(), effort.quiet(), null);
        LoggedLines written = LoggedLines.in(logs);
        tell(report);
        System.out.printf(
                Locale.ROOT,
                "in the newest files: %d lines, %d missing of those between them%n",
                written.lines(),
                written.missing());
    }

    /// A disk that takes nothing while the server is loud.
    private void stalling(Effort effort) throws IOException, InterruptedException {
        Path logs = scratch.resolve("stalls");
        try (StallingFile file = new StallingFile(logs.resolve("supie.log"))) {
            Report report =
                    measured(
                            ", the disk stalls",
                            logs,
                            1024,
                            effort.stalls(),
                            effort.stall(),
                            effort.stall(),
                            file);
            file.flow();
            tell(report);
            System.out.printf(Locale.ROOT, "in the file: %d lines%n", file.lines());
        }
    }

    private static void tell(Report report) {
        System.out.printf(
                Locale.ROOT,
                "%d lines; writing one took %.1f us, 99.9 %% at most %.1f us, the worst %.1f us%n",
                report.lines(),
                report.median(),
                report.tail(),
                report.worst());
    }

    private Report measured(
            String disk,
            Path logs,
            int rotationMegabytes,
            int rounds,
            Duration loud,
            Duration quiet,
            StallingFile file)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(arguments(logs, rotationMegabytes))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader said = process.inputReader();
                PrintWriter orders = new PrintWriter(process.outputWriter(), true)) {
            URI url = ready(said);
            Answers silent = new Answers();
            Answers noisy = new Answers();
            try (Crowd crowd = new Crowd(url, Dialect.SUPIE)) {
                crowd.join(BADGES);
                orders.println("loud");
                crowd.talkAt(PINGS_PER_SECOND, quiet);
                orders.println("forget");
                for (int i = 0; i < rounds; i++) {
                    orders.println("quiet");
                    flow(file, true);
                    silent.add(crowd.talkAt(PINGS_PER_SECOND, quiet));
                    orders.println("loud");
                    flow(file, false);
                    noisy.add(crowd.talkAt(PINGS_PER_SECOND, loud));
                }
                orders.println("quiet");
            }
            print("silent" + disk, silent, silent);
            print("2,000 long lines a second" + disk, noisy, silent);
            orders.println("report");
            return Report.of(said.readLine());
        } finally {
            flow(file, true);
            process.destroy();
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static void flow(StallingFile file, boolean flowing) {
        if (file != null) {
            if (flowing) {
                file.flow();
            } else {
                file.stall();
            }
        }
    }

    private List<String> arguments(Path logs, int rotationMegabytes) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("serve", "--data", scratch.resolve("data").toString()));
        for (String setting :
                List.of(
                        "server.ip=127.0.0.1",
                        "server.port=0",
                        "server.http_port=0",
                        "server.stats_to_all=false",
                        "log.dir=" + logs,
                        "log.rotation_mb=" + rotationMegabytes)) {
            all.addAll(List.of("--set", setting));
        }
        return all;
    }

    private static URI ready(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith("ready device=")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("the server did not start");
        }
        return URI.create(line.substring("ready device=".length(), line.indexOf(" http=")));
    }

    private static void print(String what, Answers answers, Answers base) {
        System.out.printf(
                Locale.ROOT,
                "%-44s%9.2f%9.2f%9.2f%9.2f%n",
                what,
                answers.median(),
                answers.tail(),
                answers.worst(),
                answers.tail() / base.tail());
    }

    /// Of several rounds: the median of each number, and the worst of all.
    private static final class Answers {

        private final List<Double> medians = new ArrayList<>();
        private final List<Double> tails = new ArrayList<>();
        private double worst;

        void add(RoundTrips trips) {
            medians.add(trips.millisAt(0.5));
            tails.add(trips.millisAt(TAIL));
            worst = Math.max(worst, trips.millisAt(1));
        }

        double median() {
            return middle(medians);
        }

        double tail() {
            return middle(tails);
        }

        double worst() {
            return worst;
        }

        private static double middle(List<Double> numbers) {
            return numbers.stream().sorted().toList().get(numbers.size() / 2);
        }
    }
}
