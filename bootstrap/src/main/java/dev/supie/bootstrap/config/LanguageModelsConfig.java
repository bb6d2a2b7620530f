package dev.supie.bootstrap.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The language models by alias, in the order of the file, and which of them is used for what; each
/// chosen alias is among them.
public record LanguageModelsConfig(
        Map<String, LanguageModelConfig> byAlias, Map<ModelPurpose, ModelChoice> choices) {

    /// More aliases than this are refused.
    public static final int ALIASES_MAX = 16;

    /// Without any.
    public static final LanguageModelsConfig NONE = new LanguageModelsConfig(Map.of(), Map.of());

    public LanguageModelsConfig {
        byAlias = Collections.unmodifiableMap(new LinkedHashMap<>(byAlias));
        choices = Map.copyOf(choices);
    }

    /// The model that summarises meetings; none means the extractive summary.
    public Optional<LanguageModelConfig> meetingModel() {
        return of(ModelPurpose.MEETING);
    }

    /// The model that reads messages from badge to badge (PEER-4); none means that rules do.
    public Optional<LanguageModelConfig> peerModel() {
        return of(ModelPurpose.PEER);
    }

    /// The model that advises about builds (COD-4); none means that rules do.
    public Optional<LanguageModelConfig> codingModel() {
        return of(ModelPurpose.CODING);
    }

    /// The model that talks with people (CHAT-1); none means that a few fixed answers do.
    public Optional<LanguageModelConfig> chatModel() {
        return of(ModelPurpose.CHAT);
    }

    /// The model that talks with people in working mode; where only chat has one, that one.
    public Optional<LanguageModelConfig> workingModel() {
        return of(ModelPurpose.WORKING).or(this::chatModel);
    }

    /// The model that notes what was talked about (CHAT-1); none means that questions are the
    /// notes.
    public Optional<LanguageModelConfig> memoryModel() {
        return of(ModelPurpose.MEMORY);
    }

    private Optional<LanguageModelConfig> of(ModelPurpose purpose) {
        return Optional.ofNullable(choices.get(purpose))
                .or(() -> Optional.ofNullable(choices.get(ModelPurpose.DEFAULT)))
                .flatMap(
                        choice -> Optional.ofNullable(byAlias.get(choice.alias())).map(choice::of));
    }

    /// Whether any purpose uses it. A default that every purpose overrides is used by none.
    boolean isUsed(String alias) {
        return Arrays.stream(ModelPurpose.values())
                .filter(purpose -> purpose != ModelPurpose.DEFAULT)
                .flatMap(purpose -> of(purpose).stream())
                .anyMatch(model -> model.alias().equals(alias));
    }
}
