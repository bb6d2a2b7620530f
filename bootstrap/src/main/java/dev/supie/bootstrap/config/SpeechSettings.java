package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import dev.supie.application.speech.port.LanguageTag;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The keys of the section `asr`, and those of meetings that are about listening.
final class SpeechSettings {

    /// The recognizer of this machine, by its name in the chain.
    static final String EMBEDDED = "embedded";

    private static final int WORKERS_MAX = 256;
    private static final int CONCURRENCY_MAX = 256;

    static final Setting<Path> MODELS_DIR =
            new Setting<>(
                    "asr.models_dir",
                    Texts.any("use the path of a folder").as(Path::of, Path::toString),
                    Path.of("models"));

    static final Setting<List<String>> CHAIN =
            new Setting<>(
                    "asr.chain",
                    new ChainKind(
                            "use a list such as [embedded], of embedded and the aliases under asr,"
                                    + " or [] for none"),
                    List.of(EMBEDDED));
    static final Setting<Optional<LanguageTag>> LANGUAGE =
            Settings.optional("asr.language", language());
    static final Setting<Boolean> PREFER_DEVICE_VAD =
            new Setting<>(
                    "meeting.prefer_device_vad",
                    Texts.choice(List.of("true", "false"))
                            .as(Boolean::parseBoolean, String::valueOf),
                    true);
    static final Setting<Duration> MANUAL_FALLBACK =
            new Setting<>(
                    "meeting.manual_listen_fallback_ms",
                    Numbers.millis(500, 600_000, REFUSED),
                    Duration.ofSeconds(5));

    private SpeechSettings() {}

    private static Kind<LanguageTag> language() {
        String fix = "use a code such as en or zh";
        return Texts.text(
                        text ->
                                text.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
                                        ? List.of()
                                        : List.of(
                                                new Texts.Objection("is not a language code", fix)),
                        fix)
                .as(LanguageTag::of, LanguageTag::code);
    }

    /// More than the machine has processors only takes memory.
    static Setting<Integer> workers(int processors) {
        return new Setting<>(
                "asr.workers",
                Numbers.integer(1, WORKERS_MAX, REFUSED),
                Math.min(processors, WORKERS_MAX));
    }

    /// The keys of one service (`asr.<alias>`).
    record Remote(
            String alias,
            Setting<RemoteRecognizerConfig.Type> type,
            Setting<Optional<URI>> baseUrl,
            Setting<Optional<Secret>> apiKey,
            Setting<Optional<String>> model,
            Setting<Optional<LanguageTag>> language,
            Setting<Duration> timeout,
            Setting<Integer> concurrency) {

        static Remote of(String alias) {
            String section = AliasSection.RECOGNIZERS.part(alias) + ".";
            return new Remote(
                    alias,
                    new Setting<>(
                            section + "type", kindOfType(), RemoteRecognizerConfig.Type.OPENAI),
                    Settings.optional(section + "base_url", Addresses.recognizerUrl()),
                    Settings.optional(section + "api_key", new SecretKind()),
                    Settings.optional(
                            section + "model", Texts.any("use the name the service knows")),
                    Settings.optional(section + "language", SpeechSettings.language()),
                    new Setting<>(
                            section + "timeout_ms",
                            Numbers.millis(1_000, 60_000, REFUSED),
                            Duration.ofSeconds(10)),
                    new Setting<>(
                            section + "concurrency",
                            Numbers.integer(1, CONCURRENCY_MAX, REFUSED),
                            32));
        }

        private static Kind<RemoteRecognizerConfig.Type> kindOfType() {
            return Texts.choice(List.of("openai", "funasr"))
                    .as(
                            word ->
                                    RemoteRecognizerConfig.Type.valueOf(
                                            word.toUpperCase(Locale.ROOT)),
                            type -> type.name().toLowerCase(Locale.ROOT));
        }

        List<Setting<?>> all() {
            return List.of(type, baseUrl, apiKey, model, language, timeout, concurrency);
        }
    }
}
