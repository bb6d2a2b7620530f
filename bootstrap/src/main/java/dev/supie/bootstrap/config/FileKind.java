package dev.supie.bootstrap.config;

import java.nio.file.Path;

/// The path of a file, which whoever reads it judges; a relative one starts where the configuration
/// file is, or else at the working directory.
record FileKind(String fix) implements Kind<Path> {

    @Override
    public Reading<Path> read(Given given, Surroundings surroundings) {
        return switch (Texts.any(fix).read(given, surroundings)) {
            case Reading.Good<String>(String text) -> file(text, surroundings);
            case Reading.Adjusted<String>(String text, _, _) -> file(text, surroundings);
            case Reading.Bad<String>(String wrong, String remedy) ->
                    new Reading.Bad<>(wrong, remedy);
        };
    }

    private static Reading<Path> file(String text, Surroundings surroundings) {
        return new Reading.Good<>(surroundings.folder().resolve(text).normalize());
    }

    @Override
    public String shape() {
        return "path of a file";
    }

    @Override
    public String yaml(Path value) {
        return YamlText.scalar(value.toString());
    }
}
