package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;

import dev.supie.bootstrap.config.LogConfig;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Makes what writes events. Each output has a queue of its own, so that a terminal that is held up
/// keeps nothing from the files.
///
/// @param context what the outputs belong to
record LogOutputs(LoggerContext context) {

    /// So many events may wait for an output. From four fifths of it on, INFO and below are
    /// dropped; when it is full, everything is: logging never blocks a handler (LOG-1).
    static final int EVENTS_WAITING_MAX = 4096;

    /// How long the last events may take to be written when logging stops.
    static final int FLUSH_MILLIS_MAX = 1000;

    /// Files that are kept at most, however many a day has.
    static final int FILES_MAX = 100;

    static final String FILE = "supie.log";

    /// What administrators have done, beside everything else.
    static final String AUDIT_FILE = "audit.log";

    /// Standard error.
    AsyncAppender console(Layout<ILoggingEvent> layout) {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setTarget("System.err");
        return queued(console, layout);
    }

    /// Files that are begun anew each day and whenever one is full; nothing if the folder cannot be
    /// written to, or has a percent sign in its path, which Logback takes for a command.
    Optional<AsyncAppender> files(LogConfig.Files files, Layout<ILoggingEvent> layout) {
        return files(files, FILE, layout);
    }

    /// The same for notes of what administrators do, of which none is dropped while others are
    /// kept.
    Optional<AsyncAppender> auditFiles(LogConfig.Files files, Layout<ILoggingEvent> layout) {
        Optional<AsyncAppender> queue = files(files, AUDIT_FILE, layout);
        queue.ifPresent(waiting -> waiting.setDiscardingThreshold(0));
        return queue;
    }

    private Optional<AsyncAppender> files(
            LogConfig.Files files, String name, Layout<ILoggingEvent> layout) {
        Path folder = files.folder().toAbsolutePath();
        if (folder.toString().indexOf('%') >= 0) {
            return Optional.empty();
        }
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setFile(folder.resolve(name).toString());
        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(file);
        String stem = name.substring(0, name.lastIndexOf('.'));
        rolling.setFileNamePattern(folder + "/" + stem + ".%d{yyyy-MM-dd, UTC}.%i.log");
        rolling.setMaxFileSize(new FileSize(files.bytesMax()));
        rolling.setMaxHistory(Math.toIntExact(files.retention().toDays()));
        rolling.setTotalSizeCap(new FileSize(files.bytesMax() * FILES_MAX));
        rolling.setCleanHistoryOnStart(true);
        file.setContext(context);
        file.setRollingPolicy(rolling);
        rolling.start();
        AsyncAppender queue = queued(file, layout);
        return file.isStarted() ? Optional.of(queue) : Optional.empty();
    }

    /// Starts `output` behind a queue that drops rather than blocks.
    AsyncAppender queued(OutputStreamAppender<ILoggingEvent> output, Layout<ILoggingEvent> layout) {
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
