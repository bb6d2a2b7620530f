package dev.supie.bootstrap.config;

import java.util.Map;
import java.util.Optional;

/// What people are told of one key.
///
/// @param key with `<alias>` for a name of their choice
/// @param rule the one of the contract that it belongs to
/// @param words more about it: `example`, `set` and `default`
/// @param meaning one or two sentences
record KeyNote(String key, String rule, Map<String, String> words, String meaning) {

    private static final String ANY_ALIAS = "<alias>";

    KeyNote {
        words = Map.copyOf(words);
    }

    /// The key it is about.
    ///
    /// @throws IllegalStateException if there is none, which a test would have told
    Setting<?> setting() {
        return Catalogue.setting(under("alias"))
                .orElseThrow(() -> new IllegalStateException(key + " is no key"));
    }

    /// The key below an alias of this name; the key itself if it has none.
    String under(String alias) {
        return key.replace(ANY_ALIAS, alias);
    }

    boolean hasAlias() {
        return key.contains(ANY_ALIAS);
    }

    /// The value it has if nobody gives one, or where that comes from; empty if it has none.
    String usual() {
        return Optional.ofNullable(words.get("default")).orElseGet(() -> yaml(setting()));
    }

    /// A value that is worth looking at: the default, if there is one.
    String sample() {
        return Optional.ofNullable(words.get("set"))
                .or(() -> Optional.ofNullable(words.get("example")))
                .orElseGet(() -> yaml(setting()));
    }

    /// Whether the sample sets it, because the default suits few.
    boolean isSet() {
        return words.containsKey("set");
    }

    private static <T> String yaml(Setting<T> setting) {
        return setting.kind().yaml(setting.fallback());
    }
}
