package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The compose file of the archive keeps the schema of the Compose Specification, as a linter for
/// such files has it. No container engine is needed for that, and none is tried.
final class ComposeFileTest {

    private static final Path COMPOSE =
            Path.of("../distribution/src/main/dist/docker/compose.yaml");
    private static final String PROGRAM = "bin/dclint.cjs";

    /// The order of keys is a matter of taste.
    private static final String ERRORS_ONLY = "--quiet";

    private static NpmPackage linter;

    @BeforeAll
    static void fetch() throws IOException, InterruptedException {
        linter = NpmPackage.fetched("dclint", "3.1.0");
    }

    private static String complaints(Path file) throws IOException, InterruptedException {
        return linter.start(PROGRAM, List.of(ERRORS_ONLY, file.toAbsolutePath().toString()));
    }

    @Test
    void whatIsInTheArchiveIsValid() throws IOException, InterruptedException {
        assertEquals("", complaints(COMPOSE).strip());
    }

    @Test
    void aKeyThatDoesNotExistIsFound(@TempDir Path folder)
            throws IOException, InterruptedException {
        String broken = Files.readString(COMPOSE).replace("mem_limit:", "memory_limit:");
        Path file = Files.writeString(folder.resolve("compose.yaml"), broken);
        String said = complaints(file);
        assertTrue(said.contains("must NOT have additional properties"), said);
    }
}
