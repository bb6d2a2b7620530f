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

    /// About what a line has of characters without its message.
    private static final int BESIDE_MESSAGE = 80;

    private final EventText text;

    OneLineLayout(EventText text) {
        this.text = text;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String message = text.message(event);
        var line = new StringBuilder(BESIDE_MESSAGE + message.length());
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
        String level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
        String logger = event.getLoggerName();
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(": ");
        appendEscaped(line, message);
        text.causes(event).ifPresent(causes -> appendEscaped(line.append(" | "), causes));
        return line.append(System.lineSeparator()).toString();
    }

    private static void appendEscaped(StringBuilder line, String text) {
        int appended = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (breaksLine(c)) {
                line.append(text, appended, i).append(escaped(c));
                appended = i + 1;
            }
        }
        line.append(text, appended, text.length());
    }

    private static boolean breaksLine(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
