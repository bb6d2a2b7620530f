package dev.supie.domain.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// MSG-3: how many error messages a badge may still be sent. In no second, wherever it begins, are
/// there more than [#MAX]; a bucket would let twice as many pass after a quiet time.
///
/// @param spent when the last errors were sent, oldest first; at most [#MAX]
public record ErrorBudget(List<Instant> spent) {

    public static final int MAX = 10;
    public static final Duration WINDOW = Duration.ofSeconds(1);
    public static final ErrorBudget UNSPENT = new ErrorBudget(List.of());

    public ErrorBudget {
        spent = List.copyOf(spent);
    }

    /// Spends one error if there is one left.
    public Spending spend(Instant now) {
        List<Instant> recent = new ArrayList<>(spent);
        // Later than now means that the clock was set back; such marks say nothing any more.
        recent.removeIf(at -> at.isAfter(now) || !at.isAfter(now.minus(WINDOW)));
        boolean granted = recent.size() < MAX;
        if (granted) {
            recent.add(now);
        }
        return new Spending(new ErrorBudget(recent), granted);
    }

    /// What came of spending.
    public record Spending(ErrorBudget next, boolean granted) {}
}
