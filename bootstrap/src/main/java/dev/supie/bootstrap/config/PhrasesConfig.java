package dev.supie.bootstrap.config;

import dev.supie.domain.connection.Mode;

import java.util.List;
import java.util.Map;

/// MODE-4: what is said to begin each mode; an empty list for nothing.
///
/// @param joining what is said before the six digits of another badge's meeting
public record PhrasesConfig(Map<Mode, List<String>> byMode, List<String> joining) {

    public PhrasesConfig {
        byMode = Map.copyOf(byMode);
        joining = List.copyOf(joining);
    }
}
