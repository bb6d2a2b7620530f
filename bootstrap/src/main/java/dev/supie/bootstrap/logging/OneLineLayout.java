package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// `2026-11-21T08:00:00.123Z WARN MeetingService: text | java.io.IOException: disk full | at ...`
///
/// One event is one line: control characters are escaped, so that no text from outside can forge a
/// line of its own, and what would be the lines of a stack trace is joined by bars. For one thread
/// at a time, as each output's queue has.
final class OneLineLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final EventText text;

    /// Its room is used again for the next line.
    private final StringBuilder line = new StringBuilder();

    OneLineLayout(EventText text) {
        this.text = text;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        line.setLength(0);
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
        String level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
        String logger = event.getLoggerName();
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(": ");
        text.appendMessage(event, line);
        text.causes(event).ifPresent(causes -> line.append(" | ").append(causes));
        escapeFrom(firstBreak());
        return line.append(System.lineSeparator()).toString();
    }

    private int firstBreak() {
        int at = 0;
        while (at < line.length() && !breaksLine(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private void escapeFrom(int from) {
        String rest = line.substring(from);
        line.setLength(from);
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (breaksLine(c)) {
                line.append(escaped(c));
            } else {
                line.append(c);
            }
        }
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
