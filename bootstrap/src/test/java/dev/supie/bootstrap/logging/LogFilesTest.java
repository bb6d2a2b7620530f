package dev.supie.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import dev.supie.bootstrap.config.LogConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// LOG-1: logs in files, in pieces, and none too many.
@Timeout(60)
final class LogFilesTest {

    private static final int BYTES_MAX = 10_000;

    /// Logback looks at the size of a file only every so many events.
    private static final int EVENTS = 20_000;

    private final LoggerContext context = new LoggerContext();

    @TempDir private Path temporary;

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aFolderIsMadeAndEverythingIsWritten() throws IOException {
        Path folder = temporary.resolve("quite new").resolve("logs");
        log(opened(folder).orElseThrow(), 100);

        assertEquals(100, Files.readAllLines(folder.resolve(LogOutputs.FILE)).size());
    }

    @Test
    void aFullFileIsFollowedByTheNext() {
        log(opened(temporary).orElseThrow(), EVENTS);

        List<Path> files = files();
        assertTrue(files.size() > 1, files::toString);
        assertTrue(files.size() <= LogOutputs.FILES_MAX + 1, files::toString);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");

        assertEquals(Optional.empty(), opened(file.resolve("logs")));
    }

    @Test
    void aPercentSignIsNoCommand() {
        assertEquals(Optional.empty(), opened(temporary.resolve("100%d")));
    }

    private Optional<AsyncAppender> opened(Path folder) {
        var files = new LogConfig.Files(folder, BYTES_MAX, Duration.ofDays(1));
        return new LogOutputs(context).files(files, new OneLineLayout(new EventText(2000)));
    }

    private void log(AsyncAppender output, int events) {
        var logger = context.getLogger("test");
        logger.setLevel(Level.INFO);
        logger.addAppender(output);
        output.setNeverBlock(false);
        for (int i = 0; i < events; i++) {
            logger.warn("event {}", i);
        }
        output.stop();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
