package dev.supie.adapter.in.form;

import dev.supie.domain.task.Due;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.TaskStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Which fields a task has, and what each changes (WF-1, WF-3).
public final class TaskFields {

    private static final Set<String> KNOWN =
            Set.of("id", "title", "priority", "status", "owner", "groupKey", "due", "notes");

    /// What only Supie says of a task. Whoever was told may send it back.
    private static final Set<String> TOLD = Set.of("overdue", "version", "createdAt", "updatedAt");

    private TaskFields() {}

    /// What the known fields change. They are read in the order in which people are told what is
    /// wrong with them.
    ///
    /// @param priority reads the field that is a number
    /// @param status reads the field that is one of some words
    public static List<FieldChange> changes(
            TextFields task,
            Supplier<Optional<Priority>> priority,
            Supplier<Optional<TaskStatus>> status) {
        List<FieldChange> changes = new ArrayList<>();
        task.optional("title", TaskForms.TITLE)
                .map(FieldChange.SetTitle::new)
                .ifPresent(changes::add);
        priority.get().map(FieldChange.SetPriority::new).ifPresent(changes::add);
        status.get().map(FieldChange.SetStatus::new).ifPresent(changes::add);
        task.optional("owner", TaskForms.OWNER)
                .map(FieldChange.SetOwner::new)
                .ifPresent(changes::add);
        task.clearable("due", TaskForms.DUE, Due.never())
                .map(FieldChange.SetDue::new)
                .ifPresent(changes::add);
        task.clearable("notes", TaskForms.NOTES, TaskNotes.NONE)
                .map(FieldChange.SetNotes::new)
                .ifPresent(changes::add);
        return changes;
    }

    /// WF-1: what is not known is kept as it is, and goes with `null`. Empty if it is known.
    ///
    /// @param json the value; empty for `null`
    public static Optional<FieldChange> extra(String name, Optional<String> json) {
        if (KNOWN.contains(name) || TOLD.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(
                json.<FieldChange>map(value -> new FieldChange.KeepExtra(name, value))
                        .orElseGet(() -> new FieldChange.DropExtra(name)));
    }
}
