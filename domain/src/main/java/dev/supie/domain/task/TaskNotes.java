package dev.supie.domain.task;

import java.util.Optional;

/// What else there is to know about a task; may have several lines, and may be empty (WF-1).
public record TaskNotes(String value) {

    public static final TaskNotes NONE = new TaskNotes("");

    /// In characters as people count them, which are code points.
    public static final int LENGTH_MAX = 1000;

    public TaskNotes {
        if (!fits(value) || !PlainText.lines(value).equals(value)) {
            throw new IllegalArgumentException("not notes");
        }
    }

    /// The notes in raw text; empty if they are too long.
    public static Optional<TaskNotes> of(String raw) {
        return Optional.of(PlainText.lines(raw)).filter(TaskNotes::fits).map(TaskNotes::new);
    }

    private static boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= LENGTH_MAX;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
