import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Starts servers in turn, waits for the `ready` line of each, and prints a table of the times.
///
/// Every round starts every variant once, so that all rows of the table had the same minutes of the
/// machine; a ratio compares two starts of one round.
final class StartTimes {

    private static final Duration READY_MAX = Duration.ofSeconds(120);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);

    /// One way to start, with what it took in each round so far.
    ///
    /// @param command for a round
    private record Variant(
            String name, boolean cache, IntFunction<List<String>> command, List<Start> starts) {

        Variant(String name, boolean cache, IntFunction<List<String>> command) {
            this(name, cache, command, new ArrayList<>());
        }
    }

    /// Until the ready line, but for `residentMebibytes`, which is then.
    private record Start(double millis, double processorMillis, double residentMebibytes) {}

    private final String launcher;
    private final List<String> bare;
    private final Path scratch;

    private StartTimes(String launcher, List<String> bare, Path scratch) {
        this.launcher = launcher;
        this.bare = bare;
        this.scratch = scratch;
    }

    /// Arguments: runs, launcher, java, class path of the baseline, scratch folder, JVM flags.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = Integer.parseInt(arguments[0]);
        List<String> bare =
                joined(
                        List.of(arguments[2]),
                        List.of(arguments[5].split(" ")),
                        List.of("-cp", arguments[3]));
        StartTimes times = new StartTimes(arguments[1], bare, Path.of(arguments[4]));
        List<Variant> cached = times.cached();
        List<Variant> plain = times.plain();
        for (int round = 1; round <= runs; round++) {
            for (Variant variant : joined(cached, plain)) {
                variant.starts().add(times.start(variant.command().apply(round)));
            }
        }
        IO.println(
                "%-26s %-5s %6s %7s %6s %6s %7s %8s"
                        .formatted(
                                "start to ready, ms",
                                "cache",
                                "min",
                                "median",
                                "max",
                                "ratio",
                                "CPU ms",
                                "RSS MiB"));
        print(cached);
        print(plain);
    }

    /// The baseline, then what is compared with it; both with an AOT cache.
    private List<Variant> cached() throws IOException, InterruptedException {
        Path cache = scratch.resolve("bare.aot");
        start(joined(bare, List.of("-XX:AOTCacheOutput=" + cache, "BareServer")));
        List<String> bareCached = joined(bare, List.of("-XX:AOTCache=" + cache, "BareServer"));
        start(serve("kept"));
        return List.of(
                new Variant("bare Helidon", true, _ -> bareCached),
                new Variant("supie, empty folder", true, round -> serve("cached-" + round)),
                new Variant("supie, existing data", true, _ -> serve("kept")));
    }

    /// The same without a cache.
    private List<Variant> plain() {
        List<String> off = List.of("env", "SUPIE_JAVA_OPTS=-XX:AOTMode=off");
        return List.of(
                new Variant("bare Helidon", false, _ -> joined(bare, List.of("BareServer"))),
                new Variant(
                        "supie, empty folder",
                        false,
                        round -> joined(off, serve("plain-" + round))),
                new Variant("supie, existing data", false, _ -> joined(off, serve("kept"))));
    }

    private List<String> serve(String folder) {
        return List.of(
                launcher,
                "serve",
                "--data",
                scratch.resolve(folder).toString(),
                "--set",
                "server.ip=127.0.0.1",
                "--set",
                "server.port=0",
                "--set",
                "server.http_port=0");
    }

    /// Runs a server from its start until it has stopped again.
    private Start start(List<String> command) throws IOException, InterruptedException {
        Path log = scratch.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(scratch.toFile()).redirectError(log.toFile());
        long begin = System.nanoTime();
        Process server = builder.start();
        Thread watch = Thread.ofVirtual().start(() -> killUnlessEnded(server));
        try (BufferedReader output = server.inputReader()) {
            String line = output.readLine();
            double millis = (System.nanoTime() - begin) / 1e6;
            if (line == null || !line.startsWith("ready ")) {
                throw new IllegalStateException(
                        "not ready: " + command + "\n" + Files.readString(log));
            }
            Duration processor = server.info().totalCpuDuration().orElse(Duration.ZERO);
            Start start = new Start(millis, processor.toMillis(), residentMebibytes(server.pid()));
            server.destroy();
            server.waitFor();
            return start;
        } finally {
            watch.interrupt();
        }
    }

    /// The output of a server that hangs ends when it is killed, and the measurement with it.
    private static void killUnlessEnded(Process server) {
        try {
            if (server.waitFor(READY_MAX.plus(STOP_MAX).toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server.destroyForcibly();
    }

    /// Zero on systems without `/proc`.
    private static double residentMebibytes(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .sum();
        }
    }

    private static void print(List<Variant> variants) {
        List<Start> baseline = variants.getFirst().starts();
        for (Variant variant : variants) {
            List<Start> starts = variant.starts();
            double[] millis = starts.stream().mapToDouble(Start::millis).sorted().toArray();
            DoubleStream ratios =
                    IntStream.range(0, starts.size())
                            .mapToDouble(i -> starts.get(i).millis() / baseline.get(i).millis());
            IO.println(
                    "%-26s %-5s %6.0f %7.0f %6.0f %6.2f %7.0f %8.0f"
                            .formatted(
                                    variant.name(),
                                    variant.cache() ? "yes" : "no",
                                    millis[0],
                                    median(DoubleStream.of(millis)),
                                    millis[millis.length - 1],
                                    median(ratios),
                                    median(starts.stream().mapToDouble(Start::processorMillis)),
                                    median(starts.stream().mapToDouble(Start::residentMebibytes))));
        }
    }

    /// Of an even count, the upper one of the two in the middle.
    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
