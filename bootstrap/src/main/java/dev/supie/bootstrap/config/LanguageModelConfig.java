package dev.supie.bootstrap.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// An OpenAI-compatible language model; `baseUrl` has no last slash, and `timeout` is for one call.
public record LanguageModelConfig(
        String alias,
        URI baseUrl,
        Optional<Secret> apiKey,
        String model,
        double temperature,
        Duration timeout) {}
