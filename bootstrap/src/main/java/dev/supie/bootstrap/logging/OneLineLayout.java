package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// `2026-11-21T08:00:00.123Z WARN MeetingService: text | java.io.IOException: disk full | at ...`
///
/// One event is one line: control characters are escaped, so that no text from outside can forge a
/// line of its own, and what would be the lines of a stack trace is joined by bars.
final class OneLineLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final EventText text;

    OneLineLayout(EventText text) {
        this.text = text;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder(160);
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
        String level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
        String logger = event.getLoggerName();
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(": ");
        appendEscaped(line, text.message(event));
        text.causes(event).ifPresent(causes -> appendEscaped(line.append(" | "), causes));
        return line.append(System.lineSeparator()).toString();
    }

    private static void appendEscaped(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    boolean breaksLine =
                            Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
                    line.append(breaksLine ? String.format("\\u%04x", (int) c) : c);
                }
            }
        }
    }
}
