package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The keys of the section `log` (LOG-1).
final class LogSettings {

    /// Written instead of a folder, by who wants no files.
    static final String NO_FILES = "off";

    private static final String IN_DATA = "logs";
    private static final int CHARS_MIN = 200;
    private static final int CHARS_MOST = 100_000;
    private static final int ROTATION_MB_MOST = 1024;
    private static final int RETENTION_DAYS_MOST = 3650;
    private static final long BYTES_PER_MB = 1024L * 1024;

    static final Setting<LogConfig.Level> LEVEL =
            new Setting<>("log.level", choice(LogConfig.Level.class), LogConfig.Level.INFO);
    static final Setting<Integer> CHARS =
            new Setting<>(
                    "log.max_message_length",
                    Numbers.integer(CHARS_MIN, CHARS_MOST, REFUSED),
                    2000);
    static final Setting<LogConfig.Format> FORMAT =
            new Setting<>("log.format", choice(LogConfig.Format.class), LogConfig.Format.TEXT);
    static final Setting<Optional<String>> FOLDER =
            Settings.optional("log.dir", Texts.any("use the path of a folder, or " + NO_FILES));
    static final Setting<Integer> ROTATION_MB =
            new Setting<>("log.rotation_mb", Numbers.integer(1, ROTATION_MB_MOST, REFUSED), 10);
    static final Setting<Integer> RETENTION_DAYS =
            new Setting<>(
                    "log.retention_days", Numbers.integer(1, RETENTION_DAYS_MOST, REFUSED), 30);

    private LogSettings() {}

    static List<Setting<?>> all() {
        return List.of(LEVEL, CHARS, FORMAT, FOLDER, ROTATION_MB, RETENTION_DAYS);
    }

    /// @param data the folder of all data, in which logs are kept unless another is named
    static LogConfig taken(Values values, Path data) {
        // In the order in which they are shown.
        LogConfig.Level level = values.take(LEVEL);
        LogConfig.Format format = values.take(FORMAT);
        int charsMax = values.take(CHARS);
        Optional<String> folder = values.take(FOLDER);
        long bytesMax = values.take(ROTATION_MB) * BYTES_PER_MB;
        Duration retention = Duration.ofDays(values.take(RETENTION_DAYS));
        Path kept = folder.map(Path::of).orElse(data.resolve(IN_DATA));
        Optional<LogConfig.Files> files =
                folder.filter(NO_FILES::equalsIgnoreCase).isPresent()
                        ? Optional.empty()
                        : Optional.of(new LogConfig.Files(kept, bytesMax, retention));
        return new LogConfig(level, charsMax, format, files);
    }

    private static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants()).map(LogSettings::word).toList();
        return Texts.choice(words)
                .as(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)), LogSettings::word);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
