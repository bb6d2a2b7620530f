package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The given values by key, read one after the other. Something wrong is noted and the default
/// stands in, so that one run finds everything; the result is used only if nothing was noted.
final class Values {

    private final Map<String, Entry> entries;
    private final KeyedValues held;
    private final Surroundings around;
    private final List<Problem> problems;
    private final List<Warning> warnings;
    private final List<EffectiveValue> effective = new ArrayList<>();
    private final Map<String, Object> taken = new LinkedHashMap<>();

    /// @param held what keys that need a restart have been since the start; nothing at the start
    /// @param around what references in the file are resolved against
    Values(Map<String, Entry> entries, KeyedValues held, Surroundings around, Findings findings) {
        this.entries = entries;
        this.held = held;
        this.around = around;
        this.problems = findings.problems();
        this.warnings = findings.warnings();
    }

    <T> T take(Setting<T> setting) {
        Entry entry = entries.get(setting.key());
        if (entry == null || isReset(entry)) {
            note(setting, setting.fallback(), new Origin.Default());
            return setting.fallback();
        }
        T value = held(setting).orElseGet(() -> read(setting, entry));
        note(setting, value, entry.origin());
        return value;
    }

    /// A file that a secret is in may have changed since the start.
    // Under one key there is only ever one type of value.
    @SuppressWarnings("unchecked")
    private <T> Optional<T> held(Setting<T> setting) {
        return held.value(setting.key())
                .filter(_ -> Restarts.need(setting.key()))
                .map(value -> (T) value);
    }

    /// What was given, and what was taken.
    KeyedValues keyed() {
        return new KeyedValues(entries, taken);
    }

    boolean isGiven(Setting<?> setting) {
        Entry entry = entries.get(setting.key());
        return entry != null && !isReset(entry);
    }

    /// All aliases of a section with at least one key, in the order they were given.
    Set<String> aliases(AliasSection section) {
        Set<String> aliases = new LinkedHashSet<>();
        entries.values().stream()
                .filter(entry -> !isReset(entry))
                .map(entry -> section.aliasOfKey(entry.key()))
                .flatMap(Optional::stream)
                .forEach(aliases::add);
        return aliases;
    }

    /// Notes something wrong with a value that is fine by itself.
    void refuse(Setting<?> setting, String wrong, String fix) {
        problems.add(new Problem(origin(setting), setting.key(), shown(setting), wrong, fix));
    }

    void warn(Setting<?> setting, String wrong, String fix) {
        warnings.add(new Warning(origin(setting), setting.key(), shown(setting), wrong, fix));
    }

    /// Notes that a section lacks a key; its origin is the first of the keys it has.
    void missing(String section, Setting<?> setting, String fix) {
        Origin origin =
                entries.values().stream()
                        .filter(entry -> entry.key().startsWith(section + "."))
                        .map(Entry::origin)
                        .findFirst()
                        .orElse(new Origin.Default());
        problems.add(new Problem(origin, setting.key(), "", "is missing", fix));
    }

    List<EffectiveValue> effective() {
        return effective;
    }

    private <T> T read(Setting<T> setting, Entry entry) {
        var surroundings =
                entry.origin() instanceof Origin.File
                        ? around
                        : new Surroundings(around.variables(), Path.of(""));
        return switch (setting.kind().read(entry.given(), surroundings)) {
            case Reading.Good<T>(T value) -> value;
            case Reading.Adjusted<T>(T value, String wrong, String fix) -> {
                warn(setting, wrong, fix);
                yield value;
            }
            case Reading.Bad<T>(String wrong, String fix) -> {
                String fallback = setting.fallbackText();
                String hint = fallback.isEmpty() ? "" : " (default " + fallback + ")";
                refuse(setting, wrong, fix + hint);
                yield setting.fallback();
            }
        };
    }

    private <T> void note(Setting<T> setting, T value, Origin origin) {
        taken.put(setting.key(), value);
        effective.add(new EffectiveValue(setting.key(), setting.kind().yaml(value), origin));
    }

    /// Where the value of a key came from.
    Origin origin(Setting<?> setting) {
        Entry entry = entries.get(setting.key());
        return entry == null ? new Origin.Default() : entry.origin();
    }

    private String shown(Setting<?> setting) {
        Entry entry = entries.get(setting.key());
        return entry == null || isReset(entry)
                ? setting.fallbackText()
                : Shown.of(entry.given(), setting.kind().secret());
    }

    /// `key:` in the file, or `--set key=`, goes back to the default.
    private static boolean isReset(Entry entry) {
        return entry.given() instanceof Given.Nothing;
    }
}
