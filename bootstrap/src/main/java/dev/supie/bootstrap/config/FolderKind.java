package dev.supie.bootstrap.config;

import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that exists; a relative one starts where the configuration file is, or else at the
/// working directory.
record FolderKind() implements Kind<Path> {

    private static final String FIX = "use the path of a folder that exists";

    @Override
    public Reading<Path> read(Given given, Surroundings surroundings) {
        return switch (Texts.any(FIX).read(given, surroundings)) {
            case Reading.Good<String>(String text) -> folder(surroundings.folder().resolve(text));
            case Reading.Adjusted<String>(String text, _, _) ->
                    folder(surroundings.folder().resolve(text));
            case Reading.Bad<String>(String wrong, String fix) -> new Reading.Bad<>(wrong, fix);
        };
    }

    private static Reading<Path> folder(Path path) {
        return Files.isDirectory(path)
                ? new Reading.Good<>(path.normalize())
                : new Reading.Bad<>("is no folder", FIX);
    }

    @Override
    public String shape() {
        return "folder that exists";
    }

    @Override
    public String yaml(Path value) {
        return YamlText.scalar(value.toString());
    }
}
