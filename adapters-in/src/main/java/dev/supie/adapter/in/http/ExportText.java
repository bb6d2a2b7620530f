package dev.supie.adapter.in.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// How text and times look in files for people.
final class ExportText {

    private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private ExportText() {}

    /// On one line, and without what could steer a terminal.
    static String line(String text) {
        return LINE_BREAKING.matcher(text).replaceAll(" ").strip();
    }

    static String moment(long epochMillis, ZoneOffset timezone) {
        return MOMENT.format(Instant.ofEpochMilli(epochMillis).atOffset(timezone));
    }

    static String clock(Instant at, ZoneOffset timezone) {
        return CLOCK.format(at.atOffset(timezone));
    }

    static String length(long millis) {
        Duration length = Duration.ofMillis(millis);
        return "%02d:%02d:%02d"
                .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
