package dev.supie.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Makes the runnable folder `supie-<version>` and the archive of it.
///
/// The folder holds everything but the operating system: the jars, a Java with the modules they
/// need, a cache that shortens the start, and what an administrator reads and copies. All files
/// carry the same time: the archive is reproducible by it, but for the cache, and the cache is only
/// valid for jars whose times are those of its training.
public final class Packaging {

    /// What goes from the project into the folder as it is.
    private static final List<String> FROM_PROJECT =
            List.of(
                    "LICENSE",
                    "CHANGELOG.md",
                    "SECURITY.md",
                    "THIRD-PARTY.md",
                    "config/supie.sample.yaml",
                    "docs/CONFIGURATION.md",
                    "docs/METRICS.md",
                    "docs/PROTOCOL.md",
                    "ops/README.md",
                    "ops/grafana-dashboard.json",
                    "ops/prometheus-alerts.yaml");

    private final Order order;
    private final Path folder;

    /// What is to be made.
    ///
    /// @param project the root of the sources
    /// @param files what lies in the folder as it lies there, scripts in `bin`
    /// @param classPath a file with the jars, separated by colons
    /// @param inventory the bill of materials
    /// @param target where the folder and the archive go
    /// @param time of every file
    record Order(
            String version,
            Path project,
            Path files,
            Path classPath,
            Path inventory,
            Path target,
            Instant time) {

        Path folder() {
            return target.resolve("supie-" + version);
        }

        /// It runs on one kind of machine only, because its Java does.
        Path archive() {
            return target.resolve("supie-" + version + "-" + Platform.current() + ".tar.gz");
        }
    }

    private Packaging(Order order) {
        this.order = order;
        this.folder = order.folder();
    }

    /// Arguments: those of [Order], in its order.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 7) {
            throw new IllegalArgumentException("seven arguments are needed");
        }
        new Packaging(
                        new Order(
                                arguments[0],
                                Path.of(arguments[1]).toRealPath(),
                                Path.of(arguments[2]).toRealPath(),
                                Path.of(arguments[3]).toRealPath(),
                                Path.of(arguments[4]).toRealPath(),
                                Path.of(arguments[5]).toRealPath(),
                                Instant.parse(arguments[6])))
                .run();
    }

    private void run() throws IOException, InterruptedException {
        Folders.remove(folder);
        Folders.copy(order.files(), folder);
        Folders.makeExecutable(folder.resolve("bin"));
        for (String file : FROM_PROJECT) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(order.project().resolve(file), copy);
        }
        Files.copy(order.inventory(), folder.resolve("sbom.json"));
        Files.writeString(folder.resolve("VERSION"), order.version() + "\n");
        new Library(folder.resolve("lib"))
                .fill(Reachable.shrink(jars(), order.target().resolve("shrinking"), order.time()));
        RuntimeImage.make(folder.resolve("runtime"));
        datePast(folder);
        Path cache = Training.train(folder, order.target().resolve("training"));
        date(cache);
        Files.deleteIfExists(order.archive());
        TarArchive.write(folder, order.archive(), order.time());
    }

    private List<Path> jars() throws IOException {
        return Stream.of(Files.readString(order.classPath()).strip().split(":", -1))
                .map(Path::of)
                .toList();
    }

    private void datePast(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                date(path);
            }
        }
    }

    private void date(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(order.time()));
    }
}
