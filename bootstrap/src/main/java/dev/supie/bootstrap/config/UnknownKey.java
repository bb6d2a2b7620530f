package dev.supie.bootstrap.config;

import java.util.List;
import java.util.Optional;

/// Says what somebody probably meant by a key that does not exist.
final class UnknownKey {

    private static final String MODELS = "llm.";

    /// Stands for any alias where a key below `llm` is only guessed.
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

    /// The alias a key below `llm` names, if it can be one.
    private static Optional<String> alias(String key) {
        if (!key.startsWith(MODELS)) {
            return Optional.empty();
        }
        return Optional.of(key.substring(MODELS.length()).split("\\.", 2)[0])
                .filter(Catalogue::isAlias);
    }

    private static String fix(String key, Given given, Optional<String> nearest) {
        boolean aliasIsWrong =
                key.startsWith(MODELS) && (given instanceof Given.Fields || isWrongAlias(key));
        if (aliasIsWrong) {
            return "an alias is a letter and up to 31 more letters, digits, - or _";
        }
        return nearest.map(name -> "did you mean " + name.replace(ANY_ALIAS, "<alias>") + "?")
                .orElseGet(() -> keysBeside(key));
    }

    /// A key of three parts has an alias in the middle; anything else below `llm` should be one. A
    /// section in third place comes of a dot in the alias.
    private static boolean isWrongAlias(String key) {
        String[] parts = key.split("\\.", -1);
        return alias(key).isEmpty() || parts.length != 3;
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
