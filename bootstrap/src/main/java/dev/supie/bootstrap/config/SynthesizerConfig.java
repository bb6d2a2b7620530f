package dev.supie.bootstrap.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Somebody who says sentences (`tts.<alias>`).
///
/// @param service where and what to ask; only for a service
/// @param voice what it is to sound like; empty for the usual one
/// @param speed of the usual one
/// @param timeout how long it has for a sentence
public record SynthesizerConfig(
        String alias,
        Type type,
        Optional<Service> service,
        Optional<String> voice,
        double speed,
        Duration timeout) {

    /// What speaks.
    public enum Type {
        /// The program espeak-ng.
        ESPEAK,
        /// English in plain Java.
        FREETTS,
        /// Whatever speaks OpenAI's `/audio/speech`.
        OPENAI;

        boolean isService() {
            return switch (this) {
                case ESPEAK, FREETTS -> false;
                case OPENAI -> true;
            };
        }
    }

    /// A service elsewhere.
    ///
    /// @param baseUrl without last slash
    public record Service(URI baseUrl, Optional<Secret> apiKey, String model) {}
}
