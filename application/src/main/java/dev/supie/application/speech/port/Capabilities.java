package dev.supie.application.speech.port;

import java.util.Optional;
import java.util.Set;

/// What a recognizer can do.
///
/// @param languages the ones it understands; empty if it does not restrict them
/// @param partials whether it says what it has understood so far
public record Capabilities(Set<LanguageTag> languages, boolean partials) {

    public Capabilities {
        languages = Set.copyOf(languages);
    }

    /// Whether a request for this language makes sense. A request that names none always does: the
    /// recognizer then takes the speech for a language it knows.
    public boolean understands(Optional<LanguageTag> language) {
        return languages.isEmpty() || language.map(languages::contains).orElse(true);
    }
}
