package dev.supie.bootstrap.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The language models by alias, in the order of the file, and the aliases that modes chose; each
/// chosen alias is among them.
public record LanguageModelsConfig(
        Map<String, LanguageModelConfig> byAlias,
        Optional<String> byDefault,
        Optional<String> forMeeting) {

    /// More aliases than this are refused.
    public static final int ALIASES_MAX = 16;

    public LanguageModelsConfig {
        byAlias = Collections.unmodifiableMap(new LinkedHashMap<>(byAlias));
    }

    /// The model that summarises meetings; none means the extractive summary.
    public Optional<LanguageModelConfig> meetingModel() {
        return forMeeting.or(() -> byDefault).map(byAlias::get);
    }
}
