package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The native library as a process of its own uses it, because what it does when it is loaded
/// happens once.
@Timeout(120)
class NoTelemetryTest {

    /// As long as a class path of eighty files; the library's telemetry dies of it.
    private static final int LONG_CHARS = 8_000;

    private static final long SECONDS_MAX = 60;

    @TempDir private Path home = Path.of("");

    /// Loads the detector as the server does.
    static final class LoadsTheDetector {

        private LoadsTheDetector() {}

        public static void main(String[] arguments) {
            SileroModel.load().close();
        }
    }

    @Test
    void aLongCommandLineIsSurvivedAndNothingIsWrittenDownAboutIt()
            throws IOException, InterruptedException {
        Path log = home.resolve("log");
        ProcessBuilder program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dlong=" + "x".repeat(LONG_CHARS),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LoadsTheDetector.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        program.environment().remove("XDG_CACHE_HOME");
        program.environment().remove("ORT_DISABLE_TELEMETRY");
        program.environment().put("HOME", home.toString());

        Process process = program.start();
        assertTrue(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS));

        assertEquals("", Files.readString(log, StandardCharsets.UTF_8));
        assertEquals(0, process.exitValue());
        // It keeps what it is going to send below the home folder.
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(List.of(log), left.toList());
        }
    }
}
