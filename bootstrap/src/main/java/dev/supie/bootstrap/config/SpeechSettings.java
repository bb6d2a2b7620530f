package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import java.nio.file.Path;

/// The keys of the section `asr`.
final class SpeechSettings {

    private static final int WORKERS_MAX = 256;

    static final Setting<Path> MODELS_DIR =
            new Setting<>(
                    "asr.models_dir",
                    Texts.any("use the path of a folder").as(Path::of, Path::toString),
                    Path.of("models"));

    private SpeechSettings() {}

    /// More than the machine has processors only takes memory.
    static Setting<Integer> workers(int processors) {
        return new Setting<>(
                "asr.workers",
                Numbers.integer(1, WORKERS_MAX, REFUSED),
                Math.min(processors, WORKERS_MAX));
    }
}
