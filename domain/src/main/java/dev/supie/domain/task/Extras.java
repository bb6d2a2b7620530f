package dev.supie.domain.task;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Fields of a task that Supie does not know but keeps (WF-1), by name.
///
/// @param fields the JSON text of each value, which only who wrote it understands
public record Extras(Map<String, String> fields) {

    public static final Extras NONE = new Extras(Map.of());

    /// Of one task, names and values together.
    public static final int CHARS_MAX = 2048;

    /// Of one task.
    public static final int COUNT_MAX = 32;

    public Extras {
        TreeMap<String, String> storable = new TreeMap<>();
        fields.forEach(
                (name, json) -> storable.put(PlainText.storable(name), PlainText.storable(json)));
        fields = Collections.unmodifiableMap(storable);
    }

    Extras with(String name, String json) {
        Map<String, String> next = new TreeMap<>(fields);
        next.put(name, json);
        return new Extras(next);
    }

    Extras without(String name) {
        Map<String, String> next = new TreeMap<>(fields);
        next.remove(PlainText.storable(name));
        return new Extras(next);
    }

    int chars() {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().length())
                .sum();
    }

    boolean fits() {
        return fields.size() <= COUNT_MAX && chars() <= CHARS_MAX;
    }
}
