package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.adapter.in.form.TaskFields;
import dev.supie.adapter.in.form.TaskForms;
import dev.supie.application.task.TaskRequest.Item;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `tasks` of an update (WF-1, WF-3). One wrong task refuses them all.
final class TaskItems {

    /// Beyond it an error message only counts what else is wrong.
    static final int PROBLEMS_NAMED_MAX = 10;

    private static final String SHAPE = "tasks must be array of {id,title,…}";

    private final Optional<GroupKey> group;
    private final List<Item> items = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private TaskItems(Optional<GroupKey> group) {
        this.group = group;
    }

    /// @param group of tasks that name none
    static List<Item> read(FieldReader fields, Optional<GroupKey> group) {
        JsonNode array = fields.required("tasks");
        if (FieldReader.isAbsent(array)) {
            return List.of();
        }
        if (!array.isArray()) {
            fields.wrong(SHAPE);
            return List.of();
        }
        if (array.size() > BoardCommand.TASKS_MAX) {
            fields.wrong(
                    "tasks must be at most " + BoardCommand.TASKS_MAX + ", not " + array.size());
            return List.of();
        }
        return new TaskItems(group).read(array, fields);
    }

    private List<Item> read(JsonNode array, FieldReader fields) {
        for (int i = 0; i < array.size(); i++) {
            read(array.get(i), "tasks[" + i + "]");
        }
        wrong.stream().limit(PROBLEMS_NAMED_MAX).forEach(fields::wrong);
        if (wrong.size() > PROBLEMS_NAMED_MAX) {
            fields.wrong("and " + (wrong.size() - PROBLEMS_NAMED_MAX) + " more tasks");
        }
        return items;
    }

    private void read(JsonNode node, String where) {
        if (!(node instanceof ObjectNode object)) {
            wrong.add(where + " must be object");
            return;
        }
        FieldReader task = new FieldReader(object);
        Optional<TaskId> id = task.required("id", TaskForms.ID);
        Optional<GroupKey> own = task.optional("groupKey", TaskForms.GROUP);
        List<FieldChange> changes =
                TaskFields.changes(
                        task,
                        () -> priority(task),
                        () -> task.optionalChoice("status", TaskStatus.class));
        extras(object, changes);
        if (task.isSound()) {
            id.ifPresent(known -> items.add(item(own.or(() -> group), known, changes)));
        } else {
            wrong.add(where + ": " + task.problems());
        }
    }

    private static Item item(Optional<GroupKey> where, TaskId id, List<FieldChange> changes) {
        return new Item(where, new TaskChange(id, changes));
    }

    private static Optional<Priority> priority(FieldReader task) {
        JsonNode field = task.optional("priority");
        if (FieldReader.isAbsent(field)) {
            return Optional.empty();
        }
        if (!field.isIntegralNumber() || !field.canConvertToInt() || !exists(field)) {
            task.wrong("priority must be integer 0.." + Priority.LEVEL_MAX);
            return Optional.empty();
        }
        return Optional.of(new Priority(field.intValue()));
    }

    private static boolean exists(JsonNode level) {
        return Priority.exists(level.intValue());
    }

    private static void extras(ObjectNode task, List<FieldChange> changes) {
        for (Map.Entry<String, JsonNode> field : task.properties()) {
            JsonNode value = field.getValue();
            Optional<String> json =
                    value.isNull() ? Optional.empty() : Optional.of(value.toString());
            TaskFields.extra(field.getKey(), json).ifPresent(changes::add);
        }
    }
}
