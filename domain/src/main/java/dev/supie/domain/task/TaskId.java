package dev.supie.domain.task;

import java.util.Optional;

/// What a badge calls a task (WF-1): 1 to [#LENGTH_MAX] characters without white space around them
/// and without control characters. It names one task of one group; other groups may use it too.
public record TaskId(String value) {

    public static final int LENGTH_MAX = 64;

    public TaskId {
        if (!PlainText.isName(value, LENGTH_MAX)) {
            throw new IllegalArgumentException("not a task id");
        }
    }

    /// The id in raw text; empty if there is none.
    public static Optional<TaskId> of(String raw) {
        return PlainText.name(raw, LENGTH_MAX).map(TaskId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
