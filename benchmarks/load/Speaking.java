import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a server in a process of its own speak to 20 badges at once, and to one alone.
public final class Speaking {

    private static final int BADGES = 20;

    /// Ten seconds.
    private static final int PACKETS = 167;

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Speaking() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean quick = arguments[0].equals("quick");
        int rounds = quick ? 1 : 5;
        for (String synthesizer : List.of("espeak", "freetts")) {
            Process server = server(arguments, synthesizer);
            try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
                URI url = URI.create("ws://127.0.0.1:" + out.readLine() + "/supie/v1/");
                measure(synthesizer, url, rounds);
            } finally {
                server.destroyForcibly().waitFor();
            }
        }
    }

    private static Process server(String[] arguments, String synthesizer) throws IOException {
        List<String> command = new ArrayList<>(List.of(arguments[1]));
        Collections.addAll(command, arguments[2].strip().split("\\s+"));
        Collections.addAll(command, "-cp", arguments[3], arguments[4], synthesizer);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void measure(String synthesizer, URI url, int rounds)
            throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<SpokenTo> badges = new ArrayList<>();
            for (int badge = 0; badge < BADGES; badge++) {
                badges.add(new SpokenTo(client, url, "aa:" + badge));
            }
            // Not counted: the first answers are given by code that nothing has compiled yet.
            answered(badges.subList(0, 1), 20);
            answered(badges, 20);
            Numbers alone = new Numbers();
            for (int round = 0; round < 5 * rounds; round++) {
                List<SpokenTo> one = badges.subList(round % BADGES, round % BADGES + 1);
                answered(one, 20);
                alone.add(one, 20);
            }
            Numbers together = new Numbers();
            for (int round = 0; round < rounds; round++) {
                answered(badges, PACKETS + 3);
                together.add(badges, PACKETS + 3);
            }
            System.out.printf("%s, ms%26s%9s%9s%9s%n", synthesizer, "p50", "p95", "max", "goal");
            row("one badge: until its first sound", alone.first, "");
            row("20 at once: until the first sound", together.first, "");
            row("20 at once: a packet from its time", together.errors, "5");
            row("20 at once: mean gap of ten seconds", together.gaps, "55-65");
            row("20 at once: until they are silent", together.silent, "200");
            System.out.printf("packets after the end: %d%n%n", together.afterTheEnd);
            badges.forEach(SpokenTo::leave);
        }
    }

    /// What was measured of all rounds.
    private static final class Numbers {
        private final List<Double> first = new ArrayList<>();
        private final List<Double> errors = new ArrayList<>();
        private final List<Double> gaps = new ArrayList<>();
        private final List<Double> silent = new ArrayList<>();
        private int afterTheEnd;

        void add(List<SpokenTo> badges, int packets) {
            for (SpokenTo badge : badges) {
                first.add(badge.firstSound());
                errors.addAll(badge.errors(packets));
                gaps.add(badge.meanGap(packets));
                silent.add(badge.untilSilent());
                afterTheEnd += badge.afterTheEnd();
            }
        }
    }

    /// All ask at once, and stop it once each has heard so much.
    private static void answered(List<SpokenTo> badges, int packets) throws InterruptedException {
        badges.forEach(SpokenTo::ask);
        while (badges.stream().anyMatch(badge -> badge.packets() < packets)) {
            pass(20);
        }
        badges.forEach(SpokenTo::silence);
        pass(500);
    }

    private static void pass(int millis) throws InterruptedException {
        NEVER.await(millis, TimeUnit.MILLISECONDS);
    }

    private static void row(String what, List<Double> values, String goal) {
        Collections.sort(values);
        System.out.printf(
                Locale.ROOT,
                "%-36s%9.2f%9.2f%9.2f%9s%n",
                what,
                at(values, 0.5),
                at(values, 0.95),
                values.getLast(),
                goal);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
