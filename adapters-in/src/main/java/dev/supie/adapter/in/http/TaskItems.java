package dev.supie.adapter.in.http;

import dev.supie.application.task.TaskRequest.Item;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;

import jakarta.json.JsonValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The `tasks` of an update (WF-1, WF-3). One wrong task refuses them all.
final class TaskItems {

    private static final Set<String> KNOWN =
            Set.of("id", "title", "priority", "status", "owner", "groupKey", "due", "notes");

    /// What only Supie says of a task. Somebody may send back what he was told.
    private static final Set<String> TOLD = Set.of("overdue", "version", "createdAt", "updatedAt");

    private TaskItems() {}

    /// @param freshIds for tasks that come without one
    static List<Item> read(JsonFields body, Supplier<TaskId> freshIds) {
        List<Item> items = new ArrayList<>();
        for (JsonFields task : body.objects("tasks", BoardCommand.TASKS_MAX, "{id,title,…}")) {
            TaskId id = task.optional("id", TaskForms.ID).orElseGet(freshIds);
            Optional<GroupKey> group = task.optional("groupKey", TaskForms.GROUP);
            items.add(new Item(group, new TaskChange(id, changes(task))));
        }
        return items;
    }

    private static List<FieldChange> changes(JsonFields task) {
        List<FieldChange> changes = new ArrayList<>();
        task.optional("title", TaskForms.TITLE)
                .map(FieldChange.SetTitle::new)
                .ifPresent(changes::add);
        priority(task).map(FieldChange.SetPriority::new).ifPresent(changes::add);
        task.optional("status", TaskForms.STATUS)
                .map(FieldChange.SetStatus::new)
                .ifPresent(changes::add);
        task.optional("owner", TaskForms.OWNER)
                .map(FieldChange.SetOwner::new)
                .ifPresent(changes::add);
        task.clearable("due", TaskForms.DUE, Due.never())
                .map(FieldChange.SetDue::new)
                .ifPresent(changes::add);
        task.clearable("notes", TaskForms.NOTES, TaskNotes.NONE)
                .map(FieldChange.SetNotes::new)
                .ifPresent(changes::add);
        extras(task, changes);
        return changes;
    }

    /// Compared as text, because a number of JSON may be far too large to be worked out.
    private static Optional<Priority> priority(JsonFields task) {
        if (task.isAbsent("priority")) {
            return Optional.empty();
        }
        String text = String.valueOf(task.object().get("priority"));
        if (text.length() == 1 && Priority.exists(Character.digit(text.charAt(0), 10))) {
            return Optional.of(new Priority(Character.digit(text.charAt(0), 10)));
        }
        task.wrong("priority must be integer 0.." + Priority.LEVEL_MAX);
        return Optional.empty();
    }

    /// WF-1: what is not known is kept as it is, and goes with `null`.
    private static void extras(JsonFields task, List<FieldChange> changes) {
        for (Map.Entry<String, JsonValue> field : task.object().entrySet()) {
            String name = field.getKey();
            if (!KNOWN.contains(name) && !TOLD.contains(name)) {
                changes.add(
                        field.getValue().getValueType() == JsonValue.ValueType.NULL
                                ? new FieldChange.DropExtra(name)
                                : new FieldChange.KeepExtra(name, field.getValue().toString()));
            }
        }
    }
}
