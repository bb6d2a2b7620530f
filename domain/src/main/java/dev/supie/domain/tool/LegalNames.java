package dev.supie.domain.tool;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/// Names that models can call functions by: `[a-zA-Z0-9_-]{1,64}` (CHAT-3). Names of badges' tools
/// contain dots, which most models forbid.
public final class LegalNames {

    public static final int LENGTH_MAX = 64;

    private LegalNames() {}

    /// Each thing under a legal name of its own, in their order. The same things always get the
    /// same names.
    ///
    /// @param taken names that none of them may have
    public static <T> SequencedMap<String, T> of(
            Collection<T> things, Function<T, String> name, Set<String> taken) {
        Set<String> used = new HashSet<>(taken);
        SequencedMap<String, T> named = new LinkedHashMap<>();
        for (T thing : things) {
            named.put(free(legal(name.apply(thing)), used), thing);
        }
        return Collections.unmodifiableSequencedMap(named);
    }

    /// With `_` for every character that is not allowed, and no longer than allowed.
    private static String legal(String name) {
        StringBuilder legal = new StringBuilder();
        name.codePoints()
                .limit(LENGTH_MAX)
                .forEach(each -> legal.append(isLegal(each) ? (char) each : '_'));
        return legal.isEmpty() ? "_" : legal.toString();
    }

    private static boolean isLegal(int each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '_'
                || each == '-';
    }

    /// The name, or if it is used the first of it with `_2`, `_3` and so on that is not.
    private static String free(String name, Set<String> used) {
        String free = name;
        for (int number = 2; !used.add(free); number++) {
            String suffix = "_" + number;
            int kept = Math.min(name.length(), LENGTH_MAX - suffix.length());
            free = name.substring(0, kept) + suffix;
        }
        return free;
    }
}
