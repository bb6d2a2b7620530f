package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Layout;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The line that a layout makes of an event.
final class LogLines {

    private LogLines() {}

    static String of(Layout<ILoggingEvent> layout, String message, @Nullable Throwable thrown) {
        var context = new LoggerContext();
        var event =
                new LoggingEvent(
                        "x",
                        context.getLogger("dev.supie.application.meeting.Meetings"),
                        Level.WARN,
                        message,
                        thrown,
                        new Object[0]);
        event.setInstant(Instant.parse("2026-11-21T08:00:00.123Z"));
        event.setThreadName("lane-1");
        layout.setContext(context);
        layout.start();
        return layout.doLayout(event);
    }
}
