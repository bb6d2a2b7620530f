package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What has been found so far while a configuration is read.
record Findings(List<Problem> problems, List<Warning> warnings) {

    Findings() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /// All problems, those of the file first, then those of a management server, each in the order
    /// of its lines.
    List<Problem> problemsByLine() {
        return problems.stream()
                .sorted(
                        Comparator.<Problem>comparingInt(problem -> rank(problem.origin()))
                                .thenComparingInt(problem -> line(problem.origin())))
                .toList();
    }

    private static int rank(Origin origin) {
        return switch (origin) {
            case Origin.File _ -> 0;
            case Origin.Managed _ -> 1;
            case Origin.Variable _, Origin.Option _, Origin.Default _ -> 2;
        };
    }

    /// The rest stays as it was found.
    private static int line(Origin origin) {
        return switch (origin) {
            case Origin.File(String _, int line) -> line;
            case Origin.Managed(String _, boolean _, int line) -> line;
            case Origin.Variable _, Origin.Option _, Origin.Default _ -> 0;
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
