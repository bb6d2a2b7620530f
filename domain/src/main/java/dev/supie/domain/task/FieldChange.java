package dev.supie.domain.task;

/// What becomes of one field of a task; all other fields stay as they are (WF-3).
public sealed interface FieldChange {

    record SetTitle(Title title) implements FieldChange {}

    record SetPriority(Priority priority) implements FieldChange {}

    record SetStatus(TaskStatus status) implements FieldChange {}

    record SetOwner(Owner owner) implements FieldChange {}

    /// [Due.Never] takes it away.
    record SetDue(Due due) implements FieldChange {}

    /// [TaskNotes#NONE] takes them away.
    record SetNotes(TaskNotes notes) implements FieldChange {}

    /// A field that Supie does not know (WF-1).
    ///
    /// @param json its value
    record KeepExtra(String name, String json) implements FieldChange {}

    /// A field that Supie does not know, and that is to go.
    record DropExtra(String name) implements FieldChange {}
}
