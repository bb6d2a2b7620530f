package dev.supie.adapter.in.http;

import dev.supie.adapter.in.form.TaskFields;
import dev.supie.adapter.in.form.TaskForms;
import dev.supie.application.task.TaskRequest.Item;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;

import jakarta.json.JsonValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The `tasks` of an update (WF-1, WF-3). One wrong task refuses them all.
final class TaskItems {

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
        List<FieldChange> changes =
                TaskFields.changes(
                        task,
                        () -> priority(task),
                        () -> task.optional("status", TaskForms.STATUS));
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

    private static void extras(JsonFields task, List<FieldChange> changes) {
        for (Map.Entry<String, JsonValue> field : task.object().entrySet()) {
            JsonValue value = field.getValue();
            Optional<String> json =
                    value.getValueType() == JsonValue.ValueType.NULL
                            ? Optional.empty()
                            : Optional.of(value.toString());
            TaskFields.extra(field.getKey(), json).ifPresent(changes::add);
        }
    }
}
