package dev.supie.domain.task;

import java.util.List;

/// What becomes of one task; it is created if it is missing (WF-3).
///
/// @param fields only those that were given
public record TaskChange(TaskId id, List<FieldChange> fields) {

    public TaskChange {
        fields = List.copyOf(fields);
    }

    public TaskChange(TaskId id, FieldChange... fields) {
        this(id, List.of(fields));
    }
}
