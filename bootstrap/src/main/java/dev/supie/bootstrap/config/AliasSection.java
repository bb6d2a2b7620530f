package dev.supie.bootstrap.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A section whose parts have names that the operator chooses, such as `llm.<alias>`.
enum AliasSection {
    MODELS("llm") {
        @Override
        List<Setting<?>> keys(String alias) {
            return Settings.Model.of(alias).all();
        }
    },
    RECOGNIZERS("asr") {
        @Override
        List<Setting<?>> keys(String alias) {
            return SpeechSettings.Remote.of(alias).all();
        }
    },
    SYNTHESIZERS("tts") {
        @Override
        List<Setting<?>> keys(String alias) {
            return SpeakingSettings.One.of(alias).all();
        }
    };

    private static final String ALIAS = "[A-Za-z][A-Za-z0-9_-]{0,31}";

    private final String section;
    private final Pattern part;
    private final Pattern key;

    AliasSection(String section) {
        this.section = section;
        this.part = Pattern.compile(section + "\\.(" + ALIAS + ")");
        this.key = Pattern.compile(section + "\\.(" + ALIAS + ")\\.[a-z_]+");
    }

    static Stream<AliasSection> all() {
        return Stream.of(values());
    }

    /// The one that a key is below of, whatever follows.
    static Optional<AliasSection> of(String key) {
        return all().filter(each -> key.startsWith(each.section + ".")).findFirst();
    }

    static boolean isAlias(String text) {
        return text.matches(ALIAS);
    }

    /// The keys that an alias has.
    abstract List<Setting<?>> keys(String alias);

    String section() {
        return section;
    }

    /// What all keys of an alias begin with, without the dot.
    String part(String alias) {
        return section + "." + alias;
    }

    /// The alias of a key such as `llm.main.model`.
    Optional<String> aliasOfKey(String name) {
        return group(key.matcher(name));
    }

    /// The alias of a part such as `llm.main`.
    Optional<String> aliasOfPart(String name) {
        return group(part.matcher(name));
    }

    private static Optional<String> group(Matcher matcher) {
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
