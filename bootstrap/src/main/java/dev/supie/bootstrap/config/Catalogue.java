package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows which keys there are, the ones of language models under any alias included.
final class Catalogue {

    private static final String ALIAS = "[A-Za-z][A-Za-z0-9_-]{0,31}";
    private static final Pattern MODEL = Pattern.compile("llm\\.(" + ALIAS + ")");
    private static final Pattern MODEL_KEY = Pattern.compile("llm\\.(" + ALIAS + ")\\.[a-z_]+");
    private static final Map<String, Setting<?>> FIXED = fixed();
    private static final Set<String> SECTIONS = sections();

    private Catalogue() {}

    static Optional<Setting<?>> setting(String key) {
        Matcher model = MODEL_KEY.matcher(key);
        if (!model.matches()) {
            return Optional.ofNullable(FIXED.get(key));
        }
        return Settings.Model.of(model.group(1)).all().stream()
                .<Setting<?>>map(setting -> setting)
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    static boolean isSection(String key) {
        return SECTIONS.contains(key) || MODEL.matcher(key).matches();
    }

    /// The alias a key belongs to, if it is one of a language model.
    static Optional<String> alias(String key) {
        Matcher model = MODEL_KEY.matcher(key);
        return model.matches() ? Optional.of(model.group(1)) : Optional.empty();
    }

    static boolean isAlias(String text) {
        return text.matches(ALIAS);
    }

    /// All keys and sections, those of a language model under `alias`.
    static List<String> names(String alias) {
        List<String> names = fixedNames();
        Settings.Model.of(alias).all().forEach(setting -> names.add(setting.key()));
        return names;
    }

    /// The names directly below a section, or at the top for an empty name.
    static List<String> below(String section) {
        Matcher model = MODEL.matcher(section);
        String prefix = section.isEmpty() ? "" : section + ".";
        List<String> names = model.matches() ? names(model.group(1)) : fixedNames();
        return names.stream()
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
        Set<String> sections = new LinkedHashSet<>(List.of("llm"));
        for (String key : FIXED.keySet()) {
            for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
                sections.add(key.substring(0, dot));
            }
        }
        return sections;
    }
}
