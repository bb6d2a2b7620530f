package dev.supie.bootstrap.config;

import dev.supie.domain.connection.Mode;

import java.util.List;
import java.util.Map;

/// MODE-4: what is said to begin each mode; an empty list for nothing.
public record PhrasesConfig(Map<Mode, List<String>> byMode) {

    public PhrasesConfig {
        byMode = Map.copyOf(byMode);
    }
}
