package dev.supie.bootstrap.demo;

import dev.supie.adapter.out.speech.WordErrors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How well and how soon the server heard: words against what was really said, and the time from
/// `listen stop` to the text.
final class Hearing {

    /// LIS-4: how soon the text must be there, for five seconds of speech on an idle machine.
    static final Duration TEXT_WITHIN = Duration.ofSeconds(1);

    /// More than that is no mishearing, it is something broken: the accuracy gate allows 0.06.
    private static final double RATE_MAX = 0.2;

    private final Map<String, WordErrors> bySpeaker = new LinkedHashMap<>();
    private final WordErrors all = new WordErrors();
    private final List<Duration> latencies = new ArrayList<>();

    /// Counts one turn, and says in few words how it went.
    String add(SpokenTurn turn, String understood, Duration latency) {
        all.add(turn.text(), understood);
        latencies.add(latency);
        int wrong =
                bySpeaker
                        .computeIfAbsent(turn.speaker(), _ -> new WordErrors())
                        .add(turn.text(), understood);
        return String.format(
                Locale.ROOT,
                "%d of %d words wrong, text %d ms after listen stop",
                wrong,
                WordErrors.words(turn.text()).size(),
                latency.toMillis());
    }

    boolean isGood() {
        return all.words() > 0 && all.rate() <= RATE_MAX;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        bySpeaker.forEach((who, errors) -> lines.add(line(who, errors)));
        lines.add(line("together", all));
        Duration sum = latencies.stream().reduce(Duration.ZERO, Duration::plus);
        Duration longest = latencies.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        lines.add(
                String.format(
                        Locale.ROOT,
                        "text after listen stop: %d ms on average, %d ms at most (LIS-4: %d ms)",
                        sum.dividedBy(Math.max(1, latencies.size())).toMillis(),
                        longest.toMillis(),
                        TEXT_WITHIN.toMillis()));
        return lines;
    }

    private static String line(String who, WordErrors errors) {
        return String.format(
                Locale.ROOT,
                "%-10s %3d words, %2d wrong: word error rate %.1f %%",
                who,
                errors.words(),
                errors.errors(),
                100 * errors.rate());
    }
}
