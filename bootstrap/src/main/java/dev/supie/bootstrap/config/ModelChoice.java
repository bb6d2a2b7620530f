package dev.supie.bootstrap.config;

import java.time.Duration;
import java.util.Optional;

/// A language model for one purpose: an alias, and what of it is different for this purpose.
///
/// @param model the name of another model of the same service
public record ModelChoice(
        String alias,
        Optional<String> model,
        Optional<Double> temperature,
        Optional<Duration> timeout) {

    /// The alias as it is.
    public static ModelChoice of(String alias) {
        return new ModelChoice(alias, Optional.empty(), Optional.empty(), Optional.empty());
    }

    LanguageModelConfig of(LanguageModelConfig config) {
        return new LanguageModelConfig(
                config.alias(),
                config.baseUrl(),
                config.apiKey(),
                model.orElse(config.model()),
                temperature.orElse(config.temperature()),
                timeout.orElse(config.timeout()));
    }
}
