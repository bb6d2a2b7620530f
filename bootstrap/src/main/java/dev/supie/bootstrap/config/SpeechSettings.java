package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The keys of the section `asr`, and those of meetings that are about listening.
final class SpeechSettings {

    private static final int WORKERS_MAX = 256;

    static final Setting<Path> MODELS_DIR =
            new Setting<>(
                    "asr.models_dir",
                    Texts.any("use the path of a folder").as(Path::of, Path::toString),
                    Path.of("models"));

    static final Setting<List<String>> CHAIN =
            new Setting<>("asr.chain", new ChainKind(List.of("embedded")), List.of("embedded"));
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

    /// More than the machine has processors only takes memory.
    static Setting<Integer> workers(int processors) {
        return new Setting<>(
                "asr.workers",
                Numbers.integer(1, WORKERS_MAX, REFUSED),
                Math.min(processors, WORKERS_MAX));
    }
}
