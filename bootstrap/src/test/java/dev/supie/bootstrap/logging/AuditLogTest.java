package dev.supie.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;

import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.LogLevels;
import dev.supie.bootstrap.config.LogConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What administrators do is written down, whatever else is logged, and levels can be changed.
final class AuditLogTest {

    private final LogbackLevels levels = new LogbackLevels();

    @AfterEach
    void backToTheDefault() {
        forgetLevels();
        Logging.start(
                new LogConfig(LogConfig.Level.INFO, 2000, LogConfig.Format.TEXT, Optional.empty()));
    }

    /// Loggers are those of the whole process, in which other tests run too.
    private static void forgetLevels() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().stream()
                    .filter(logger -> logger.getName().startsWith("dev.supie."))
                    .forEach(logger -> logger.setLevel(null));
        }
    }

    private static void start(Path folder) {
        var files = new LogConfig.Files(folder, 10_000_000, Duration.ofDays(30));
        Logging.start(
                new LogConfig(
                        LogConfig.Level.ERROR, 2000, LogConfig.Format.TEXT, Optional.of(files)));
    }

    @Test
    void everyNoteIsInAFileOfItsOwnAtAnyLevel(@TempDir Path folder) throws IOException {
        start(folder);
        AuditLog log = new AuditLog();
        log.note(new AuditTrail.Entry("admin-token", "10.0.0.7", "kick", "aa:01\nforged", "done"));
        log.note(new AuditTrail.Entry("", "10.0.0.8", "sign-in", "", "refused"));
        System.getLogger("dev.supie.other").log(System.Logger.Level.ERROR, "something else");
        // Writes what still waits.
        backToTheDefault();

        List<String> lines = Files.readAllLines(folder.resolve(LogOutputs.AUDIT_FILE));

        assertEquals(2, lines.size());
        assertTrue(
                lines.getFirst()
                        .endsWith(
                                "action=kick target=aa:01\\nforged result=done who=admin-token"
                                        + " address=10.0.0.7"),
                lines::toString);
        assertTrue(
                lines.getLast()
                        .endsWith("action=sign-in target=- result=refused who=- address=10.0.0.8"),
                lines::toString);
    }

    @Test
    void levelsAreThoseOfTheNearestName(@TempDir Path folder) {
        start(folder);
        assertEquals(LogLevels.Level.ERROR, levels.of("dev.supie"));
        assertEquals(LogLevels.Level.ERROR, levels.of("dev.supie.never.heard.of"));

        assertTrue(levels.set("dev.supie", LogLevels.Level.DEBUG));

        assertEquals(LogLevels.Level.DEBUG, levels.of("dev.supie.never.heard.of"));
        assertTrue(System.getLogger("dev.supie.x").isLoggable(System.Logger.Level.DEBUG));
        assertTrue(levels.set("", LogLevels.Level.TRACE));
        assertEquals(LogLevels.Level.TRACE, levels.of(""));
    }

    @Test
    void onlySoManyNamesAreSetApart() {
        boolean all = true;
        for (int i = 0; i < LogLevels.NAMES_MAX && all; i++) {
            all = levels.set("dev.supie.many.n" + i, LogLevels.Level.INFO);
        }
        assertFalse(all);
        assertFalse(levels.set("dev.supie.one.more", LogLevels.Level.INFO));
        // What is set already can still be changed.
        assertTrue(levels.set("dev.supie", LogLevels.Level.INFO));
    }
}
