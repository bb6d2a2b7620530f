package dev.supie.adapter.in.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The inputs that are kept for a target.
final class FuzzInputs {

    private FuzzInputs() {}

    static Path folder(FuzzTarget target) {
        URL folder = Objects.requireNonNull(FuzzInputs.class.getResource(target.folder()));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Path> of(FuzzTarget target) {
        try (Stream<Path> files = Files.list(folder(target))) {
            return files.sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
