package dev.supie.bootstrap.config;

import dev.supie.application.speech.port.LanguageTag;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A service that makes text of speech (`asr.<alias>`).
///
/// @param baseUrl without last slash; its scheme fits the type
/// @param language the only one it is asked for; empty for any
/// @param timeout from the end of an utterance to its text
/// @param concurrency so many utterances at a time
public record RemoteRecognizerConfig(
        String alias,
        Type type,
        URI baseUrl,
        Optional<Secret> apiKey,
        String model,
        Optional<LanguageTag> language,
        Duration timeout,
        int concurrency) {

    /// What the service speaks.
    public enum Type {
        OPENAI,
        FUNASR;

        boolean fits(URI url) {
            boolean web = url.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
            return switch (this) {
                case OPENAI -> web;
                case FUNASR -> !web;
            };
        }

        String urlExample() {
            return switch (this) {
                case OPENAI -> "https://api.example.com/v1";
                case FUNASR -> "ws://192.168.1.30:10095";
            };
        }

        /// FunASR is started with its model, and nobody can choose another.
        boolean needsModel() {
            return switch (this) {
                case OPENAI -> true;
                case FUNASR -> false;
            };
        }

        String usualModel() {
            return switch (this) {
                case OPENAI -> "";
                case FUNASR -> "2pass";
            };
        }
    }
}
