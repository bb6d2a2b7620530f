package dev.supie.bootstrap.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Benchmarks are run by people and not by the build, so nothing else would tell that one does not
/// compile any more. `BareEcho.java` is left out: it uses none of our code, and its script fetches
/// two jars for it.
final class BenchmarksCompileTest {

    private static final Path FOLDER = Path.of("../benchmarks");
    private static final Path LOAD = FOLDER.resolve("load");
    private static final Path BARE_ECHO = FOLDER.resolve("BareEcho.java");

    @TempDir private Path classes = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyProgramOfOneFileCompiles() throws IOException {
        List<Path> files =
                sources(FOLDER).stream().filter(file -> !file.equals(BARE_ECHO)).toList();
        assertFalse(files.isEmpty());
        return files.stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(),
                                        () -> assertEquals("", complaints(List.of(file)))));
    }

    @Test
    void programsOverSeveralFilesCompile() throws IOException {
        assertEquals("", complaints(sources(LOAD)));
    }

    @Test
    void whatDoesNotCompileIsTold(@TempDir Path other) throws IOException {
        Path broken =
                Files.writeString(other.resolve("Broken.java"), "class Broken { int x = y; }");

        assertFalse(complaints(List.of(broken)).isEmpty());
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private String complaints(List<Path> files) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        var said = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of("-proc:none", "-d", classes.toString(), "-nowarn"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.toString();
    }
}
