package dev.supie.bootstrap.config;

import java.nio.file.Files;
import java.nio.file.Path;

/// A file that exists; a relative path starts where the configuration file is, or else at the
/// working directory.
record FileKind(String fix) implements Kind<Path> {

    @Override
    public Reading<Path> read(Given given, Surroundings surroundings) {
        return switch (Texts.any(fix).read(given, surroundings)) {
            case Reading.Good<String>(String text) -> file(surroundings.folder().resolve(text));
            case Reading.Adjusted<String>(String text, _, _) ->
                    file(surroundings.folder().resolve(text));
            case Reading.Bad<String>(String wrong, String remedy) ->
                    new Reading.Bad<>(wrong, remedy);
        };
    }

    private Reading<Path> file(Path path) {
        return Files.isRegularFile(path)
                ? new Reading.Good<>(path.normalize())
                : new Reading.Bad<>("is no file", fix);
    }

    @Override
    public String yaml(Path value) {
        return YamlText.scalar(value.toString());
    }
}
