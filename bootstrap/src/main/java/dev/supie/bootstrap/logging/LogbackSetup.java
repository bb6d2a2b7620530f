package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;

import java.nio.charset.StandardCharsets;

/// Sets Logback up in code; found by Logback itself as a service when the first logger is made.
///
/// A `logback.xml` would say the same, but reading it costs a start about 0.4 s on two cores. An
/// operator who wants a file of their own names it with `-Dlogback.configurationFile=...`.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogbackSetup extends ContextAwareBase implements Configurator {

    /// So many events may wait for the terminal. From four fifths of it on, INFO and below are
    /// dropped; when it is full, everything is: logging never blocks a handler (LOG-1).
    static final int EVENTS_WAITING_MAX = 4096;

    /// How long the last events may take to be written when logging stops.
    static final int FLUSH_MILLIS_MAX = 1000;

    private static final String OWN_FILE = "logback.configurationFile";

    /// For Logback's service loader.
    public LogbackSetup() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(OWN_FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setTarget("System.err");
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(asynchronous(context, console));
        root.setLevel(Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Starts `output` behind a queue that drops rather than blocks.
    static AsyncAppender asynchronous(
            LoggerContext context, OutputStreamAppender<ILoggingEvent> output) {
        var layout = new OneLineLayout();
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        output.setContext(context);
        output.setEncoder(encoder);
        output.start();
        var queue = new AsyncAppender();
        queue.setContext(context);
        queue.setQueueSize(EVENTS_WAITING_MAX);
        queue.setNeverBlock(true);
        queue.setMaxFlushTime(FLUSH_MILLIS_MAX);
        queue.addAppender(output);
        queue.start();
        return queue;
    }
}
