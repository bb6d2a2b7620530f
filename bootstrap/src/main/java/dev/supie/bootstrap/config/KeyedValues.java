package dev.supie.bootstrap.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The values of a configuration by key, to be compared with those of another one (CFG-3).
///
/// @param entries what was given, in its order
/// @param values what came of it, defaults included
record KeyedValues(Map<String, Entry> entries, Map<String, Object> values) {

    /// Of no configuration.
    static final KeyedValues NONE = new KeyedValues(Map.of(), Map.of());

    KeyedValues {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// The keys whose values differ, in the order of their names.
    List<String> differences(KeyedValues other) {
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(other.values.keySet());
        keys.removeIf(key -> !differs(key, other));
        return List.copyOf(keys);
    }

    /// A key that only one of the two knows, because its alias is new or gone, counts if somebody
    /// gave it a value.
    private boolean differs(String key, KeyedValues other) {
        boolean known = values.containsKey(key) && other.values.containsKey(key);
        boolean given = entries.containsKey(key) || other.entries.containsKey(key);
        return (known || given) && !value(key).equals(other.value(key));
    }

    /// What is given here, but for `these` keys what `held` was given.
    Map<String, Entry> entriesHolding(KeyedValues held, Predicate<String> these) {
        Map<String, Entry> merged = new LinkedHashMap<>(entries);
        merged.keySet().removeIf(these);
        held.entries.forEach(
                (key, entry) -> {
                    if (these.test(key)) {
                        merged.put(key, entry);
                    }
                });
        return merged;
    }
}
