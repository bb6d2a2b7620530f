package dev.supie.adapter.out.speech.voice;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs that may be on this machine.
public final class Programs {

    private Programs() {}

    /// The first of this name that may be run in the folders of a search path.
    ///
    /// @param searchPath what the environment variable `PATH` says
    public static Optional<Path> find(String name, String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> in(folder, name).stream())
                .findFirst();
    }

    private static Optional<Path> in(String folder, String name) {
        try {
            Path program = Path.of(folder, name);
            boolean runs = Files.isRegularFile(program) && Files.isExecutable(program);
            return runs ? Optional.of(program) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
