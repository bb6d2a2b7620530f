package dev.supie.domain.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lines that say what a line before them has said (MTG-8: bullets without duplicates). Pure.
final class Repeats {

    /// The part of the shorter line's terms that the longer one has, from which on both say the
    /// same.
    static final double SAME_MIN = 0.8;

    /// Fewer terms tell nothing; such lines are the same only word for word.
    static final int COMPARABLE_TERMS = 3;

    private Repeats() {}

    static List<String> in(List<String> lines) {
        List<String> repeats = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (lines.subList(0, i).stream().anyMatch(earlier -> isSame(earlier, line))) {
                repeats.add(line);
            }
        }
        return repeats;
    }

    private static boolean isSame(String one, String other) {
        if (Terms.sequence(one).equals(Terms.sequence(other))) {
            return true;
        }
        Set<String> first = Terms.of(one);
        Set<String> second = Terms.of(other);
        Set<String> shorter = first.size() <= second.size() ? first : second;
        Set<String> longer = first.size() <= second.size() ? second : first;
        return shorter.size() >= COMPARABLE_TERMS && Terms.share(shorter, longer) >= SAME_MIN;
    }
}
