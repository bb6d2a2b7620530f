package dev.supie.architecture.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The sources of every module that the root's `pom.xml` names, without what the build generates
/// and without planted violations.
final class SourceTree {

    private static final Path ROOT = findRoot();
    private static final List<String> MODULES = findModules();
    private static final List<SourceFile> FILES = readAll();

    private SourceTree() {}

    static Path root() {
        return ROOT;
    }

    static List<String> modules() {
        return MODULES;
    }

    static List<SourceFile> files() {
        return FILES;
    }

    static List<SourceFile> shipped() {
        return FILES.stream().filter(SourceFile::shipped).toList();
    }

    /// Maven runs tests in the module's folder, an editor perhaps in the project's.
    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("architecture-tests/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not run inside the project");
            }
        }
        return folder;
    }

    private static List<String> findModules() {
        return read(ROOT.resolve("pom.xml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .toList();
    }

    private static List<SourceFile> readAll() {
        List<SourceFile> files = new ArrayList<>();
        for (String module : MODULES) {
            files.addAll(readFolder(module, "main"));
            files.addAll(readFolder(module, "test"));
        }
        return List.copyOf(files);
    }

    private static List<SourceFile> readFolder(String module, String kind) {
        Path folder = ROOT.resolve(module).resolve("src").resolve(kind).resolve("java");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.startsWith(folder.resolve("dev/supie/planted")))
                    .sorted()
                    .map(path -> sourceFile(path, module, kind.equals("main")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile sourceFile(Path path, String module, boolean shipped) {
        String fromRoot = ROOT.relativize(path).toString().replace('\\', '/');
        return new SourceFile(fromRoot, module, shipped, read(path));
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
