package dev.supie.bootstrap.config;

import java.util.Set;
import java.util.stream.Collectors;

/// Which keys act from the next start on only, as `keys.txt` says (CFG-3).
final class Restarts {

    private static final Set<String> KEYS =
            KeyNotes.read().sections().stream()
                    .flatMap(section -> section.notes().stream())
                    .filter(KeyNote::needsRestart)
                    .map(KeyNote::key)
                    .collect(Collectors.toUnmodifiableSet());

    private Restarts() {}

    static boolean need(String key) {
        return KEYS.contains(key)
                || AliasSection.all()
                        .flatMap(section -> section.aliasOfKey(key).map(section::part).stream())
                        .map(part -> KeyNote.anyAlias(key, part))
                        .anyMatch(KEYS::contains);
    }
}
