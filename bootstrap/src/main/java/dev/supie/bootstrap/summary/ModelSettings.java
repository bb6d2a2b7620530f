package dev.supie.bootstrap.summary;

import dev.supie.adapter.out.llm.ChatModelSettings;
import dev.supie.bootstrap.config.LanguageModelConfig;
import dev.supie.bootstrap.config.Secret;

/// A language model of the configuration as the adapters want it described.
public final class ModelSettings {

    private ModelSettings() {}

    public static ChatModelSettings of(
            LanguageModelConfig config, ChatModelSettings.Limits limits) {
        return new ChatModelSettings(
                config.alias(),
                config.baseUrl(),
                config.apiKey()
                        .map(Secret::reveal)
                        .map(dev.supie.adapter.out.service.Secret::of)
                        .orElse(dev.supie.adapter.out.service.Secret.NONE),
                config.model(),
                config.temperature(),
                limits);
    }
}
