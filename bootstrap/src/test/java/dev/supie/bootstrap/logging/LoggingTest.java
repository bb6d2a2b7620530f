package dev.supie.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;

import dev.supie.bootstrap.config.LogConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// LOG-1: logging is configured in code, at the level asked for, and never blocks.
final class LoggingTest {

    private final LoggerContext ours = new LoggerContext();

    @AfterEach
    void backToTheDefault() {
        Logging.start(at(LogConfig.Level.INFO));
        ours.stop();
    }

    @Test
    void processLogsThroughOneQueueToStandardError() {
        var root = processContext().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        var appenders = root.iteratorForAppenders();
        assertTrue(appenders.next() instanceof AsyncAppender queue && queue.isNeverBlock());
        assertFalse(appenders.hasNext());
    }

    @Test
    void filesHaveAQueueOfTheirOwn(@TempDir Path folder) {
        var files = new LogConfig.Files(folder, 10_000_000, Duration.ofDays(30));
        Logging.start(
                new LogConfig(
                        LogConfig.Level.INFO, 2000, LogConfig.Format.JSON, Optional.of(files)));

        assertEquals(2, outputs());
        assertTrue(Files.exists(folder.resolve(LogOutputs.FILE)));
    }

    /// NET-4: what is lost is said, and everything else works.
    @Test
    void withoutFilesStandardErrorIsLeft(@TempDir Path folder) throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("logs"), "");
        var files = new LogConfig.Files(inTheWay, 10_000_000, Duration.ofDays(30));
        Logging.start(
                new LogConfig(
                        LogConfig.Level.INFO, 2000, LogConfig.Format.TEXT, Optional.of(files)));

        assertEquals(1, outputs());
    }

    private static int outputs() {
        var appenders =
                processContext()
                        .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                        .iteratorForAppenders();
        int count = 0;
        while (appenders.hasNext()) {
            appenders.next();
            count++;
        }
        return count;
    }

    @Test
    void levelHoldsForOurCodeAndLibrariesStayQuiet() {
        Logging.start(at(LogConfig.Level.DEBUG));

        assertTrue(System.getLogger("dev.supie.X").isLoggable(System.Logger.Level.DEBUG));
        assertFalse(System.getLogger("dev.supie.X").isLoggable(System.Logger.Level.TRACE));
        assertFalse(System.getLogger("io.helidon.X").isLoggable(System.Logger.Level.DEBUG));

        Logging.start(at(LogConfig.Level.INFO));

        assertFalse(System.getLogger("dev.supie.X").isLoggable(System.Logger.Level.DEBUG));
        assertFalse(System.getLogger("io.helidon.X").isLoggable(System.Logger.Level.INFO));
        assertTrue(System.getLogger("io.helidon.X").isLoggable(System.Logger.Level.WARNING));
    }

    @Test
    void javaUtilLoggingFollows() {
        Logging.start(at(LogConfig.Level.ERROR));

        assertFalse(processContext().getLogger("org.postgresql").isEnabledFor(Level.WARN));
        assertTrue(SLF4JBridgeHandler.isInstalled());
    }

    @Test
    @Timeout(30)
    void fullQueueDropsAndBlocksNobody() throws InterruptedException {
        var terminal = new StuckTerminal();
        var logger = logger(terminal);

        logger.warn("first");
        terminal.reached.await();
        int more = 2 * LogOutputs.EVENTS_WAITING_MAX;
        for (int i = 0; i < more; i++) {
            logger.warn("event");
        }
        terminal.released.release();
        terminal.lines.await();
        ours.stop();

        long lines = terminal.text().lines().count();
        assertEquals(1 + LogOutputs.EVENTS_WAITING_MAX, lines);
    }

    @Test
    @Timeout(30)
    void stoppingWritesWhatStillWaits() {
        var written = new ByteArrayOutputStream();
        var logger = logger(written);

        for (int i = 0; i < 100; i++) {
            logger.info("event");
        }
        ours.stop();

        assertEquals(100, written.toString(StandardCharsets.UTF_8).lines().count());
    }

    private ch.qos.logback.classic.Logger logger(OutputStream target) {
        ours.setMDCAdapter(new LogbackMDCAdapter());
        ours.start();
        var output = new OutputStreamAppender<ILoggingEvent>();
        output.setOutputStream(target);
        output.setImmediateFlush(true);
        var logger = ours.getLogger("test");
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        var layout = new OneLineLayout(new EventText(2000));
        logger.addAppender(new LogOutputs(ours).queued(output, layout));
        return logger;
    }

    private static LogConfig at(LogConfig.Level level) {
        return new LogConfig(level, 2000, LogConfig.Format.TEXT, Optional.empty());
    }

    private static LoggerContext processContext() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /// Like a terminal after Ctrl-S: a write waits until somebody lets it go on. Interrupts do not
    /// end the wait, because those of a worker that stops would look like a broken terminal.
    private static final class StuckTerminal extends OutputStream {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final Semaphore released = new Semaphore(0);
        private final CountDownLatch lines = new CountDownLatch(1 + LogOutputs.EVENTS_WAITING_MAX);
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public void write(int value) {
            throw new UnsupportedOperationException("the encoder writes whole lines");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            reached.countDown();
            released.acquireUninterruptibly();
            released.release();
            synchronized (written) {
                written.write(bytes, offset, length);
            }
            lines.countDown();
        }

        String text() {
            synchronized (written) {
                return written.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
