import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Runs Supie and the bare server in turn under the same load, and prints what each of them does.
final class Connections {

    /// How much is measured.
    ///
    /// @param rounds each server once in every one
    /// @param peers connections of a round
    /// @param talk for each number of connections that talk
    /// @param idle connections whose memory is counted
    record Effort(int warmUps, int rounds, int peers, Duration talk, int idle) {

        static final Effort FULL = new Effort(15, 9, 2000, Duration.ofMillis(2500), 5000);
        static final Effort QUICK = new Effort(5, 3, 1200, Duration.ofMillis(800), 2000);
    }

    /// A server that is measured.
    record Subject(String name, Dialect dialect, List<String> command) {}

    /// More than fit into the heap, fewer than the files that a process may usually open.
    private static final int SOCKETS_MAX = 18_000;

    private static final int LEAVING = 100;

    private final Path jdk;
    private final Path scratch;
    private final Subject bare;
    private final Subject supie;

    private Connections(Path jdk, Path scratch, Subject bare, Subject supie) {
        this.jdk = jdk;
        this.scratch = scratch;
        this.bare = bare;
        this.supie = supie;
    }

    /// Arguments: effort, launcher, folder of java, JVM flags, class path of the bare server,
    /// scratch folder.
    public static void main(String[] arguments) throws IOException {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        Path jdk = Path.of(arguments[2]);
        Path scratch = Path.of(arguments[5]);
        List<String> java = List.of(jdk.resolve("java").toString());
        Connections connections =
                new Connections(
                        jdk,
                        scratch,
                        new Subject(
                                "bare Helidon",
                                Dialect.ECHO,
                                joined(
                                        java,
                                        List.of(arguments[3].split(" ")),
                                        List.of("-cp", arguments[4], "BareEcho"))),
                        new Subject("supie", Dialect.SUPIE, serve(arguments[1], scratch)));
        connections.speed(effort);
        connections.memory(effort);
        connections.capacity();
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
                "server.max_connections=100000");
    }

    private ServerProcess start(Subject subject, String options) throws IOException {
        // The JVM reads the one, the launcher hands on the other; either way they come last.
        return ServerProcess.start(
                subject.command(),
                Map.of(subject == bare ? "JDK_JAVA_OPTIONS" : "SUPIE_JAVA_OPTS", options),
                jdk,
                scratch);
    }

    private void speed(Effort effort) throws IOException {
        try (ServerProcess bareServer = start(bare, "-Xmx256m");
                ServerProcess supieServer = start(supie, "-Xmx256m")) {
            Speed speed = new Speed(effort);
            progress("warming up");
            speed.warmUp(bareServer, bare.dialect(), supieServer, supie.dialect());
            for (int round = 1; round <= effort.rounds(); round++) {
                progress("round " + round + " of " + effort.rounds());
                speed.round(bareServer, bare.dialect(), supieServer, supie.dialect());
            }
            speed.print();
        }
    }

    /// Beside the tables, for whoever waits for them.
    private static void progress(String what) {
        System.err.println(what);
    }

    private void memory(Effort effort) throws IOException {
        progress("memory");
        IO.println("");
        IO.println(
                "%-26s %10s %10s %8s"
                        .formatted("bytes of an idle badge", "bare", "supie", "ratio"));
        Memory bareMemory = memory(bare, effort);
        Memory supieMemory = memory(supie, effort);
        row("live heap", bareMemory.liveBytes(), supieMemory.liveBytes());
        row("resident", bareMemory.residentBytes(), supieMemory.residentBytes());
    }

    private static void row(String name, double bareBytes, double supieBytes) {
        IO.println(
                "%-26s %10.0f %10.0f %8.2f"
                        .formatted(name, bareBytes, supieBytes, supieBytes / bareBytes));
    }

    /// Of one connection.
    private record Memory(double liveBytes, double residentBytes) {}

    private Memory memory(Subject subject, Effort effort) throws IOException {
        // A small and steady young generation, so that what is resident follows what is alive.
        try (ServerProcess server = start(subject, "-Xmx256m -Xms32m -Xmn16m")) {
            Crowd first = new Crowd(server.url(), subject.dialect());
            first.join(effort.idle() / 10);
            first.askAll();
            first.close();
            try (Crowd crowd = new Crowd(server.url(), subject.dialect())) {
                crowd.rest(Duration.ofSeconds(2));
                long live = server.liveBytes();
                long resident = server.residentBytes();
                int count = crowd.join(effort.idle()).greeted();
                crowd.askAll();
                crowd.rest(Duration.ofSeconds(2));
                return new Memory(
                        (double) (server.liveBytes() - live) / count,
                        (double) (server.residentBytes() - resident) / count);
            }
        }
    }

    /// Fills a server with a heap of 256 MiB until it refuses.
    private void capacity() throws IOException {
        progress("capacity");
        IO.println("");
        IO.println("supie in a heap of 256 MiB");
        try (ServerProcess server = start(supie, "-Xmx256m");
                Crowd crowd = new Crowd(server.url(), supie.dialect())) {
            Crowd.Arrival arrival = crowd.join(SOCKETS_MAX);
            IO.println("badges until the first refusal  " + arrival.greeted());
            IO.println(
                    "what newcomers were told        "
                            + String.join(", ", new TreeSet<>(arrival.refusals())));
            IO.println("of those held, answered then    " + crowd.askAll());
            crowd.leave(LEAVING);
            crowd.rest(Duration.ofSeconds(1));
            IO.println(
                    "let in after %d had left       %d"
                            .formatted(LEAVING, crowd.join(2 * LEAVING).greeted()));
            IO.println("of those held, answered then    " + crowd.askAll());
        }
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
