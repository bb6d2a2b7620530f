package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What has been found so far while a configuration is read.
record Findings(List<Problem> problems, List<Warning> warnings) {

    Findings() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /// All problems, those of the file first and in the order of its lines.
    List<Problem> problemsByLine() {
        return problems.stream().sorted(Comparator.comparingInt(Findings::line)).toList();
    }

    private static int line(Problem problem) {
        return switch (problem.origin()) {
            case Origin.File(String _, int line) -> line;
            case Origin.Variable _, Origin.Option _, Origin.Default _ -> Integer.MAX_VALUE;
        };
    }

    /// The common form of everything that is said about a configuration.
    static String text(Origin origin, String key, String value, String wrong, String fix) {
        var line = new StringBuilder(origin.text()).append(": ");
        if (!key.isEmpty()) {
            line.append(key);
            if (!value.isEmpty()) {
                line.append(" = ").append(value);
            }
            line.append(": ");
        }
        return line.append(wrong).append("; ").append(fix).toString();
    }
}
