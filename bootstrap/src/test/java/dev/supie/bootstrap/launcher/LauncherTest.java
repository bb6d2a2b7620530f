package dev.supie.bootstrap.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Runs the shell tests of `./supie`; see `src/test/sh/launcher-test.sh` for the cases.
final class LauncherTest {

    private static final int SECONDS_MAX = 180;

    @Test
    void shellTestsPass(@TempDir Path scratch) throws IOException, InterruptedException {
        Path log = scratch.resolve("log");
        Process tests =
                new ProcessBuilder(
                                "sh",
                                Path.of("src/test/sh/launcher-test.sh").toAbsolutePath().toString(),
                                Path.of("../supie").toRealPath().toString(),
                                scratch.resolve("scratch").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertTrue(tests.waitFor(SECONDS_MAX, TimeUnit.SECONDS), () -> text(log));
        } finally {
            tests.destroyForcibly();
        }
        assertEquals(0, tests.exitValue(), () -> text(log));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
