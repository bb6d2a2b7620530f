package dev.supie.domain.peer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a message comes to if it is read as something to be done (PEER-4). Whatever it is made of,
/// it holds only what a badge can show: [#of] corrects everything else.
///
/// @param title one line, at most [#TITLE_LENGTH_MAX] characters
/// @param priority 0 is the most urgent, 3 the least
/// @param due an ISO 8601 date, or date and time; empty if none
/// @param assignees who shall do it, in people's words; at most [#ASSIGNEES_MAX], each one once
public record Normalized(String title, int priority, String due, List<String> assignees) {

    public static final int TITLE_LENGTH_MAX = 80;
    public static final int PRIORITY_MAX = 3;
    public static final int PRIORITY_USUAL = 2;
    public static final int ASSIGNEES_MAX = 10;
    public static final int ASSIGNEE_LENGTH_MAX = 64;

    /// Longer text is no date of any form.
    private static final int DUE_LENGTH_MAX = 40;

    public Normalized {
        assignees = List.copyOf(assignees);
    }

    /// The nearest thing to these that is allowed.
    public static Normalized of(String title, long priority, String due, List<String> assignees) {
        return new Normalized(
                PeerText.line(title, TITLE_LENGTH_MAX),
                priority < 0 || priority > PRIORITY_MAX ? PRIORITY_USUAL : (int) priority,
                isDue(due.strip()) ? due.strip() : "",
                assignees.stream()
                        .map(name -> PeerText.line(name, ASSIGNEE_LENGTH_MAX))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .limit(ASSIGNEES_MAX)
                        .toList());
    }

    /// Most messages have none, and asking the forms below about nothing makes three exceptions.
    private static boolean isDue(String text) {
        return !text.isEmpty()
                && text.length() <= DUE_LENGTH_MAX
                && Stream.<Function<String, TemporalAccessor>>of(
                                LocalDate::parse, LocalDateTime::parse, OffsetDateTime::parse)
                        .map(form -> reads(text, form))
                        .anyMatch(Boolean.TRUE::equals);
    }

    private static boolean reads(String text, Function<String, TemporalAccessor> form) {
        try {
            return Objects.nonNull(form.apply(text));
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
