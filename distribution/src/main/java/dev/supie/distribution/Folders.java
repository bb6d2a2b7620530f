package dev.supie.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the packaging does with whole folders.
final class Folders {

    private static final String EXECUTABLE = "rwxr-xr-x";

    private Folders() {}

    /// With all that is in it; harmless if there is none.
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Into a folder that does not exist yet.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    static void makeExecutable(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> scripts = paths.toList();
            for (Path script : scripts) {
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(EXECUTABLE));
            }
        }
    }
}
