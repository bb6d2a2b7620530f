package dev.supie.bootstrap.config;

import java.util.Set;

/// The keys of the contract that do nothing in this version. They are refused, so that nobody
/// believes that they act.
final class LaterKeys {

    static final String WRONG = "is not available in this version";
    static final String FIX = "remove it";

    private static final Set<String> KEYS = Set.of("config");

    private LaterKeys() {}

    /// True for such a key and for everything below it.
    static boolean contains(String key) {
        return KEYS.stream().anyMatch(later -> key.equals(later) || key.startsWith(later + "."));
    }

    static Set<String> all() {
        return KEYS;
    }
}
