package dev.supie.bootstrap.reload;

import dev.supie.bootstrap.config.Assignment;
import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.config.SupieConfig;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Configurations as the reader makes them.
final class Configurations {

    private Configurations() {}

    static SupieConfig with(String... settings) {
        List<Assignment> assignments =
                Arrays.stream(settings)
                        .map(setting -> setting.split("=", 2))
                        .map(parts -> new Assignment("test", parts[0], parts[1]))
                        .toList();
        return loaded(new ConfigSources(Optional.empty(), Map.of(), assignments)).config();
    }

    static ConfigResult.Loaded of(Path file) {
        return loaded(new ConfigSources(Optional.of(file), Map.of(), List.of()));
    }

    private static ConfigResult.Loaded loaded(ConfigSources sources) {
        return switch (new ConfigReader(2).read(sources)) {
            case ConfigResult.Loaded loaded -> loaded;
            case ConfigResult.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
