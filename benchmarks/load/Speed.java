import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What two servers did in the same rounds, and how the one compares with the other.
final class Speed {

    private static final List<Integer> TALKING = List.of(1, 100, 1000);

    /// A badge may send 100 texts at once and 50 a second (MSG-2). Half of that at once, because a
    /// machine that answers more than 100,000 a second gives the next turn before the rest is back.
    private static final int TEXTS_PER_TURN = 40;

    /// In which a server is done with those who left.
    private static final Duration SETTLING = Duration.ofMillis(500);

    /// In which a badge may send that many again.
    private static final Duration REFILL = Duration.ofMillis(1700);

    private final Connections.Effort effort;
    private final Map<String, Pairs> measured = new LinkedHashMap<>();
    private final Pairs cold = new Pairs(new ArrayList<>(), new ArrayList<>());

    Speed(Connections.Effort effort) {
        this.effort = effort;
    }

    /// One number of each server for every round.
    private record Pairs(List<Double> bare, List<Double> supie) {

        double medianRatio() {
            return median(
                    IntStream.range(0, bare.size())
                            .mapToObj(round -> supie.get(round) / bare.get(round))
                            .toList());
        }
    }

    /// Lets the JIT compiler see everything, and what happens once per connection often: a
    /// connection takes some ten thousands of them until all of it is compiled.
    void warmUp(ServerProcess bare, Dialect echo, ServerProcess supie, Dialect badge)
            throws IOException {
        cold.bare().add(arrivals(bare, echo));
        cold.supie().add(arrivals(supie, badge));
        visit(bare, echo);
        visit(supie, badge);
        for (int again = 0; again < effort.warmUps(); again++) {
            arrivals(bare, echo);
            arrivals(supie, badge);
        }
    }

    private double arrivals(ServerProcess server, Dialect dialect) throws IOException {
        double perSecond;
        try (Crowd crowd = new Crowd(server.url(), dialect)) {
            perSecond = arrival(crowd).perSecond();
        }
        settle();
        return perSecond;
    }

    /// Nobody is measured while those who have left the other server still cost it something.
    private static void settle() {
        try {
            Thread.sleep(SETTLING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Crowd.Arrival arrival(Crowd crowd) throws IOException {
        Crowd.Arrival arrival = crowd.join(effort.peers());
        if (arrival.greeted() < effort.peers()) {
            throw new IllegalStateException("not all let in: " + arrival);
        }
        return arrival;
    }

    /// The servers take turns in going first.
    void round(ServerProcess bare, Dialect echo, ServerProcess supie, Dialect badge)
            throws IOException {
        boolean bareFirst = rounds() % 2 == 0;
        Map<String, Double> early = bareFirst ? visit(bare, echo) : visit(supie, badge);
        Map<String, Double> late = bareFirst ? visit(supie, badge) : visit(bare, echo);
        (bareFirst ? early : late).forEach((what, value) -> pairs(what).bare().add(value));
        (bareFirst ? late : early).forEach((what, value) -> pairs(what).supie().add(value));
    }

    private int rounds() {
        return measured.values().stream().findFirst().map(pairs -> pairs.bare().size()).orElse(0);
    }

    private Pairs pairs(String what) {
        return measured.computeIfAbsent(what, _ -> new Pairs(new ArrayList<>(), new ArrayList<>()));
    }

    private Map<String, Double> visit(ServerProcess server, Dialect dialect) throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        try (Crowd crowd = new Crowd(server.url(), dialect)) {
            double before = server.processorSeconds();
            Crowd.Arrival arrival = arrival(crowd);
            values.put("handshake + hello, /s", arrival.perSecond());
            values.put(
                    "handshake + hello, CPU µs",
                    micros(before, server.processorSeconds(), arrival.greeted()));
            for (int talking : TALKING) {
                crowd.rest(REFILL);
                talk(crowd, talking, server, values);
            }
        }
        settle();
        return values;
    }

    private void talk(Crowd crowd, int talking, ServerProcess server, Map<String, Double> values)
            throws IOException {
        double before = server.processorSeconds();
        RoundTrips trips = crowd.talk(talking, TEXTS_PER_TURN, effort.talk());
        double after = server.processorSeconds();
        String prefix = talking + " talking, ";
        values.put(prefix + "answers /s", trips.perSecond());
        values.put(prefix + "p50 ms", trips.millisAt(0.5));
        values.put(prefix + "p99 ms", trips.millisAt(0.99));
        values.put(prefix + "CPU µs each", micros(before, after, trips.count()));
    }

    private static double micros(double before, double after, int count) {
        return (after - before) * 1e6 / count;
    }

    void print() {
        IO.println(
                "%-26s %10s %10s %8s".formatted("median of the rounds", "bare", "supie", "ratio"));
        measured.forEach(Speed::printRow);
        printRow("first connections ever, /s", cold);
    }

    private static void printRow(String what, Pairs pairs) {
        IO.println(
                "%-26s %10.2f %10.2f %8.2f"
                        .formatted(
                                what,
                                median(pairs.bare()),
                                median(pairs.supie()),
                                pairs.medianRatio()));
    }

    /// Of an even count, the upper one of the two in the middle.
    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
