package dev.supie.bootstrap.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The language models by alias, in the order of the file, and the aliases that modes chose; each
/// chosen alias is among them.
public record LanguageModelsConfig(
        Map<String, LanguageModelConfig> byAlias,
        Optional<String> byDefault,
        Optional<String> forMeeting,
        Optional<String> forPeer,
        Optional<String> forCoding) {

    /// More aliases than this are refused.
    public static final int ALIASES_MAX = 16;

    public LanguageModelsConfig {
        byAlias = Collections.unmodifiableMap(new LinkedHashMap<>(byAlias));
    }

    /// The model that summarises meetings; none means the extractive summary.
    public Optional<LanguageModelConfig> meetingModel() {
        return forMeeting.or(() -> byDefault).map(byAlias::get);
    }

    /// The model that reads messages from badge to badge (PEER-4); none means that rules do.
    public Optional<LanguageModelConfig> peerModel() {
        return forPeer.or(() -> byDefault).map(byAlias::get);
    }

    /// The model that advises about builds (COD-4); none means that rules do.
    public Optional<LanguageModelConfig> codingModel() {
        return forCoding.or(() -> byDefault).map(byAlias::get);
    }

    /// Whether any mode uses it.
    boolean isUsed(String alias) {
        return Stream.of(meetingModel(), peerModel(), codingModel())
                .flatMap(Optional::stream)
                .anyMatch(model -> model.alias().equals(alias));
    }
}
