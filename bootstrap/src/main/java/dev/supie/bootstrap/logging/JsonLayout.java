package dev.supie.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.JsonEscapeUtil;

import java.time.Instant;
import java.util.List;

/// `{"ts":"2026-11-21T08:00:00.123Z","level":"INFO","logger":"BadgeConnection","device":"aa:01",…}`
///
/// One event is one line, for those who collect logs. What a message says of a badge in the form
/// `name=value` is a field of its own too.
final class JsonLayout extends LayoutBase<ILoggingEvent> {

    /// In the order in which they are written.
    private static final List<String> NAMES = List.of("device", "session", "elapsedMs");

    private final EventText text;

    JsonLayout(EventText text) {
        this.text = text;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder(240);
        line.append('{');
        field(line, "ts", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        field(line, "level", event.getLevel().toString());
        String logger = event.getLoggerName();
        field(line, "logger", logger.substring(logger.lastIndexOf('.') + 1));
        field(line, "thread", event.getThreadName());
        String message = message(event);
        for (String name : NAMES) {
            String value = said(message, name + "=");
            if (!value.isEmpty()) {
                field(line, name, value);
            }
        }
        field(line, "message", message);
        text.causes(event).ifPresent(causes -> field(line, "error", causes));
        return line.append('}').append(System.lineSeparator()).toString();
    }

    private String message(ILoggingEvent event) {
        var message = new StringBuilder();
        text.appendMessage(event, message);
        return message.toString();
    }

    /// The word behind a name that is a word of its own; empty if it is not said.
    private static String said(String message, String name) {
        int at = message.startsWith(name) ? 0 : message.indexOf(" " + name) + 1;
        if (!message.startsWith(name, at)) {
            return "";
        }
        int from = at + name.length();
        int end = message.indexOf(' ', from);
        return message.substring(from, end < 0 ? message.length() : end);
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append(line.length() > 1 ? "," : "").append('"').append(name).append("\":\"");
        line.append(JsonEscapeUtil.jsonEscapeString(value)).append('"');
    }
}
