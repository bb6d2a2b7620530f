package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A normalised line and what is known when it comes.
///
/// @param before the lines before it, oldest first, at most [#BEFORE_MAX]
/// @param tool who has been recognised last
record Line(String text, List<String> before, Tool tool) {

    /// Tools put the name of a file a few lines above what is wrong in it; more would be found by
    /// chance.
    static final int BEFORE_MAX = 10;

    Line {
        before =
                List.copyOf(before.subList(Math.max(0, before.size() - BEFORE_MAX), before.size()));
    }

    boolean startsWith(String beginning) {
        return text.startsWith(beginning);
    }

    boolean contains(String piece) {
        return text.contains(piece);
    }

    /// The nearest line before it that is so.
    Optional<String> nearest(Predicate<String> wanted) {
        return before.reversed().stream().filter(wanted).findFirst();
    }
}
