package dev.supie.domain.coding;

import dev.supie.domain.coding.log.LogText;
import dev.supie.domain.coding.signal.Findings;
import dev.supie.domain.coding.signal.LogReader;
import dev.supie.domain.coding.signal.Place;
import dev.supie.domain.coding.signal.Signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The logs in `src/test/resources/coding`: written for this project, after what the tools really
/// print. `name.txt` is the log, with ␛ for ESC, ␍ for a carriage return and ␉ for a tab;
/// `name.expected` says what it comes to, in the form of [#told].
public final class Corpus {

    private static final Path FOLDER = Path.of("src/test/resources/coding");

    private Corpus() {}

    /// A log and what it comes to.
    public record Case(String name, String log, List<String> expected) {

        public List<String> lines() {
            return LogText.lines(log, CodingSettings.DEFAULTS.lineCharsMax());
        }

        public Findings findings() {
            return Corpus.findings(lines());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Case> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names =
                    files.map(path -> path.getFileName().toString())
                            .filter(name -> name.endsWith(".txt"))
                            .map(name -> name.substring(0, name.length() - ".txt".length()))
                            .sorted()
                            .toList();
            List<Case> cases = new ArrayList<>();
            for (String name : names) {
                String log =
                        Files.readString(FOLDER.resolve(name + ".txt"))
                                .replace('␛', '\u001B')
                                .replace('␍', '\r')
                                .replace('␉', '\u0009');
                Path expected = FOLDER.resolve(name + ".expected");
                cases.add(new Case(name, log, Files.readAllLines(expected)));
            }
            return cases;
        }
    }

    public static Findings findings(List<String> lines) {
        Findings findings = Findings.NONE;
        for (int i = 0; i < lines.size(); i++) {
            List<String> before = lines.subList(Math.max(0, i - LogReader.BEFORE_MAX), i);
            for (Signal signal : LogReader.read(lines.get(i), before, findings.latest())) {
                findings = findings.with(signal);
            }
        }
        return findings;
    }

    /// The counts, then a line for each problem: tool and kind, place, subject, message.
    public static List<String> told(Findings findings) {
        List<String> told = new ArrayList<>();
        told.add(
                "%s: errors %d, warnings %d, tests failed %d, passed %d"
                        .formatted(
                                small(findings.verdict().name()),
                                findings.errors(),
                                findings.warnings(),
                                findings.testsFailed(),
                                findings.testsPassed()));
        findings.problems().forEach(problem -> told.add(told(problem)));
        return told;
    }

    private static String told(Signal.Problem problem) {
        return "%s %s | %s | %s | %s"
                .formatted(
                        small(problem.tool().name()),
                        small(problem.kind().name()),
                        place(problem.place()),
                        problem.subject().isEmpty() ? "-" : problem.subject(),
                        problem.message());
    }

    private static String place(Place place) {
        if (!place.isKnown()) {
            return "-";
        }
        return place.line() > 0 ? place.file() + ":" + place.line() : place.file();
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
