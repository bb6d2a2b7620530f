package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;

import dev.supie.bootstrap.config.LogConfig;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.util.logging.Logger;

/// Turns logging on as configured, and off so that nothing is lost. For the whole process.
public final class Logging {

    private static final String OURS = "dev.supie";
    private static final String TRACES = "io.opentelemetry";

    private Logging() {}

    /// Puts what is configured into force: where events go and how they look, and `log.level` for
    /// our own code. Libraries stay at WARN, or at INFO if ours is more talkative than that,
    /// because what they say at INFO helps only when looking for a fault.
    ///
    /// Files that cannot be written are one WARN (NET-4): standard error is still there.
    public static void start(LogConfig config) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        if (!LogbackSetup.isOverruled()) {
            direct(context, config);
        }
        context.getLogger(OURS).setLevel(ours(config.level()));
        Level libraries = libraries(config.level());
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(libraries);
        // It would tell of every attempt; that traces are lost is said once, by our own code.
        context.getLogger(TRACES).setLevel(Level.OFF);
        bridgeJavaUtilLogging(libraries);
    }

    private static void direct(LoggerContext context, LogConfig config) {
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var outputs = new LogOutputs(context);
        // What is written to until now writes what still waits, and ends.
        root.detachAndStopAllAppenders();
        root.addAppender(outputs.console(layout(config)));
        config.files().ifPresent(files -> addFiles(root, outputs, files, layout(config)));
        audit(context, outputs, config);
    }

    /// Whatever level is chosen, and in a file of its own if there are files.
    private static void audit(LoggerContext context, LogOutputs outputs, LogConfig config) {
        var audit = context.getLogger(AuditLog.LOGGER);
        audit.setLevel(Level.INFO);
        audit.detachAndStopAllAppenders();
        config.files()
                .flatMap(files -> outputs.auditFiles(files, layout(config)))
                .ifPresent(audit::addAppender);
    }

    private static void addFiles(
            ch.qos.logback.classic.Logger root,
            LogOutputs outputs,
            LogConfig.Files files,
            Layout<ILoggingEvent> layout) {
        outputs.files(files, layout)
                .ifPresentOrElse(
                        root::addAppender,
                        () ->
                                root.warn(
                                        "no log files: the folder {} cannot be used; set"
                                                + " log.dir to another one, or to off",
                                        files.folder()));
    }

    private static Layout<ILoggingEvent> layout(LogConfig config) {
        var text = new EventText(config.charsMax());
        return switch (config.format()) {
            case TEXT -> new OneLineLayout(text);
            case JSON -> new JsonLayout(text);
        };
    }

    /// Writes what still waits, for at most a second, and ends logging. The last step of a
    /// shutdown.
    public static void stop() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    /// Its own level is set as well, because the bridge is costly for events nobody wants.
    private static void bridgeJavaUtilLogging(Level libraries) {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        Logger.getLogger("")
                .setLevel(
                        libraries.isGreaterOrEqual(Level.WARN)
                                ? java.util.logging.Level.WARNING
                                : java.util.logging.Level.INFO);
    }

    private static Level ours(LogConfig.Level level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }

    private static Level libraries(LogConfig.Level level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN, INFO -> Level.WARN;
            case DEBUG, TRACE -> Level.INFO;
        };
    }
}
