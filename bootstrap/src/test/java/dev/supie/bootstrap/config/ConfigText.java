package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads configurations for tests on a machine with two processors.
record ConfigText(Path folder) {

    static final String NAME = "supie.yaml";

    ConfigResult read(String yaml) {
        return read(yaml, Map.of());
    }

    ConfigResult read(String yaml, Map<String, String> variables, String... settings) {
        Path file = folder.resolve(NAME);
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ConfigReader(2)
                .read(new ConfigSources(Optional.of(file), variables, assignments(settings)));
    }

    SupieConfig config(String yaml) {
        return loaded(read(yaml)).config();
    }

    /// The texts of all problems, with the file's folder left out.
    List<String> problems(String yaml) {
        return problems(read(yaml));
    }

    List<String> problems(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Invalid(List<Problem> problems, _) ->
                    problems.stream().map(Problem::text).map(this::withoutFolder).toList();
            case ConfigResult.Loaded loaded -> fail("was accepted: " + loaded.config());
        };
    }

    List<String> warnings(ConfigResult result) {
        return loaded(result).warnings().stream()
                .map(Warning::text)
                .map(this::withoutFolder)
                .toList();
    }

    static ConfigResult.Loaded loaded(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Loaded loaded -> loaded;
            case ConfigResult.Invalid(List<Problem> problems, _) ->
                    fail(problems.stream().map(Problem::text).toList().toString());
        };
    }

    static List<Assignment> assignments(String... settings) {
        return Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .map(parts -> new Assignment("--set", parts[0], parts[1]))
                .toList();
    }

    String withoutFolder(String text) {
        return text.replace(folder + "/", "");
    }

    /// A file beside the tests.
    static String resource(String name) {
        try (var stream = ConfigText.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
