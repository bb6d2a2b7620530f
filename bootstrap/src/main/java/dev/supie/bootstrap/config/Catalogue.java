package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows which keys there are, those under any alias included.
final class Catalogue {

    private static final Map<String, Setting<?>> FIXED = fixed();
    private static final Set<String> SECTIONS = sections();

    private Catalogue() {}

    static Optional<Setting<?>> setting(String key) {
        return Optional.<Setting<?>>ofNullable(FIXED.get(key)).or(() -> underAlias(key));
    }

    private static Optional<Setting<?>> underAlias(String key) {
        return AliasSection.all()
                .flatMap(
                        section ->
                                section.aliasOfKey(key).stream()
                                        .flatMap(alias -> section.keys(alias).stream()))
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    static boolean isSection(String key) {
        return SECTIONS.contains(key) || isPart(key);
    }

    /// Whether it can be the section of an alias, such as `llm.main`.
    static boolean isPart(String key) {
        return AliasSection.all().anyMatch(section -> section.aliasOfPart(key).isPresent());
    }

    /// All keys and sections, and those of `alias` wherever there can be one.
    static List<String> names(String alias) {
        List<String> names = fixedNames();
        AliasSection.all()
                .flatMap(section -> section.keys(alias).stream())
                .forEach(setting -> names.add(setting.key()));
        return names;
    }

    /// The names directly below a section, or at the top for an empty name.
    static List<String> below(String section) {
        String prefix = section.isEmpty() ? "" : section + ".";
        return AliasSection.all()
                .flatMap(each -> each.aliasOfPart(section).stream())
                .findFirst()
                .map(Catalogue::names)
                .orElseGet(Catalogue::fixedNames)
                .stream()
                .filter(name -> name.startsWith(prefix) && !name.equals(section))
                .map(name -> name.substring(prefix.length()).split("\\.", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    static Set<String> fixedKeys() {
        return FIXED.keySet();
    }

    private static List<String> fixedNames() {
        List<String> names = new ArrayList<>(SECTIONS);
        names.addAll(FIXED.keySet());
        return names;
    }

    private static Map<String, Setting<?>> fixed() {
        Map<String, Setting<?>> settings = new LinkedHashMap<>();
        Settings.fixed().forEach(setting -> settings.put(setting.key(), setting));
        return settings;
    }

    private static Set<String> sections() {
        Set<String> sections = new LinkedHashSet<>();
        AliasSection.all().forEach(section -> sections.add(section.section()));
        for (String key : FIXED.keySet()) {
            for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
                sections.add(key.substring(0, dot));
            }
        }
        return sections;
    }
}
