package dev.supie.bootstrap.config;

import java.util.List;
import java.util.Optional;

/// Says what somebody probably meant by a key that does not exist.
final class UnknownKey {

    /// Stands for any alias where a key below a section of aliases is only guessed.
    private static final String ANY_ALIAS = "anyAlias";

    private UnknownKey() {}

    static Problem problem(String key, Given given, Origin origin) {
        Optional<String> nearest = nearest(key);
        boolean secret =
                nearest.flatMap(Catalogue::setting).filter(s -> s.kind().secret()).isPresent();
        String value = secret ? Shown.of(given, true) : Shown.ofUnknown(key, given);
        return new Problem(origin, key, value, "is not a key of Supie", fix(key, given, nearest));
    }

    private static Optional<String> nearest(String key) {
        return Nearest.to(key, Catalogue.names(alias(key).orElse(ANY_ALIAS)));
    }

    /// The alias a key names, if it can be one.
    private static Optional<String> alias(String key) {
        return AliasSection.of(key)
                .map(section -> key.substring(section.section().length() + 1).split("\\.", 2)[0])
                .filter(AliasSection::isAlias);
    }

    private static String fix(String key, Given given, Optional<String> nearest) {
        boolean aliasIsWrong =
                AliasSection.of(key).isPresent()
                        && (given instanceof Given.Fields || isWrongAlias(key));
        if (aliasIsWrong) {
            return "an alias is a letter and up to 31 more letters, digits, - or _";
        }
        return nearest.map(name -> "did you mean " + name.replace(ANY_ALIAS, "<alias>") + "?")
                .orElseGet(() -> keysBeside(key));
    }

    /// Below such a section there is an alias, and below that a key; with more parts than three
    /// there is a dot in the alias.
    private static boolean isWrongAlias(String key) {
        return alias(key).isEmpty() || key.split("\\.", -1).length > 3;
    }

    /// Whether it could be an alias, but has a value and looks like a key that exists, as
    /// `asr.chian` does.
    static boolean isMisspelt(String key, Given given) {
        boolean value =
                switch (given) {
                    case Given.Text _, Given.Items _ -> true;
                    case Given.Nothing _, Given.Fields _ -> false;
                };
        return value
                && AliasSection.of(key)
                        .flatMap(section -> Nearest.to(key, keysOf(section)))
                        .isPresent();
    }

    private static List<String> keysOf(AliasSection section) {
        return Catalogue.fixedKeys().stream()
                .filter(name -> name.startsWith(section.section() + "."))
                .toList();
    }

    private static String keysBeside(String key) {
        int dot = key.lastIndexOf('.');
        String section = dot < 0 ? "" : key.substring(0, dot);
        List<String> below = Catalogue.below(section);
        return below.isEmpty()
                ? "remove it"
                : "the keys "
                        + (dot < 0 ? "at the top" : "of " + section)
                        + " are "
                        + String.join(", ", below);
    }
}
