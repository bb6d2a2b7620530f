package dev.supie.planted.domaindependencies.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Uses values only.
record Innocent(List<String> lines, Instant since) {

    Innocent {
        lines = List.copyOf(lines);
    }

    String text(Object other, Instant now) {
        return switch (other) {
            case Innocent(var own, _) -> String.join(" ", own);
            default -> other + " after " + Duration.between(since, now);
        };
    }

    int[] counts() {
        return new int[] {lines.size()};
    }

    enum Kind {
        ONE,
        TWO
    }

    static int number(Kind kind) {
        return switch (kind) {
            case ONE -> 1;
            case TWO -> 2;
        };
    }
}
