package dev.supie.application.simulation;

import dev.supie.application.task.TaskRequest;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What boards should be, as plain maps of maps: group, task, field. It knows nothing of limits.
final class TaskModel {

    private static final String STATUS = "status";
    private static final String OWNER = "owner";
    private static final String NUMBER = "number";
    private static final String VERSION = "version";

    private final Map<String, Map<String, Map<String, String>>> groups = new TreeMap<>();
    private final Map<String, Integer> created = new HashMap<>();

    /// Who asks.
    ///
    /// @param label as an owner
    record Asker(String device, String group, String label) {}

    /// What a request comes to.
    enum Answer {
        CHANGED,
        SAME,
        UNKNOWN,
        NAMELESS
    }

    /// @param changed the groups whose boards are different now
    record Result(Answer answer, Set<String> changed) {}

    Result apply(Asker asker, TaskRequest request) {
        TaskModel next = copy(concerned(asker, request));
        Answer problem = next.change(asker, request);
        if (problem != Answer.CHANGED) {
            return new Result(problem, Set.of());
        }
        Set<String> changed = new TreeSet<>();
        for (String group : next.groups.keySet()) {
            if (next.stampedSince(this, group)) {
                changed.add(group);
            }
        }
        groups.putAll(next.groups);
        created.putAll(next.created);
        return new Result(changed.isEmpty() ? Answer.SAME : Answer.CHANGED, changed);
    }

    private static Set<String> concerned(Asker asker, TaskRequest request) {
        Stream<Optional<GroupKey>> named =
                switch (request) {
                    case TaskRequest.Update update ->
                            update.items().stream().map(TaskRequest.Item::group);
                    case TaskRequest.Complete complete -> Stream.of(complete.group());
                    case TaskRequest.Delete delete -> Stream.of(delete.group());
                    case TaskRequest.Assign assign -> Stream.of(assign.group());
                };
        return named.map(group -> group.map(GroupKey::value).orElse(asker.group()))
                .collect(Collectors.toSet());
    }

    private TaskModel copy(Set<String> concerned) {
        TaskModel copy = new TaskModel();
        for (String group : concerned) {
            Map<String, Map<String, String>> copied = new TreeMap<>();
            groups.getOrDefault(group, Map.of())
                    .forEach((id, fields) -> copied.put(id, new TreeMap<>(fields)));
            copy.groups.put(group, copied);
        }
        copy.created.putAll(created);
        return copy;
    }

    /// Whether a group is different; counts the change in every task that is.
    private boolean stampedSince(TaskModel before, String group) {
        Map<String, Map<String, String>> old = before.groups.getOrDefault(group, Map.of());
        Map<String, Map<String, String>> now = groups.getOrDefault(group, Map.of());
        boolean different = !old.equals(now);
        now.forEach(
                (id, fields) -> {
                    Map<String, String> known = old.get(id);
                    if (known == null) {
                        fields.put(VERSION, "1");
                    } else if (!known.equals(fields)) {
                        int version = Integer.parseInt(known.getOrDefault(VERSION, "0"));
                        fields.put(VERSION, Integer.toString(version + 1));
                    }
                });
        return different;
    }

    private Answer change(Asker asker, TaskRequest request) {
        return switch (request) {
            case TaskRequest.Update(List<TaskRequest.Item> items) -> update(asker, items);
            case TaskRequest.Complete(Optional<GroupKey> group, List<TaskId> ids) ->
                    each(asker, group, ids, (tasks, id) -> of(tasks, id).put(STATUS, "DONE"));
            case TaskRequest.Delete(Optional<GroupKey> group, List<TaskId> ids) ->
                    each(asker, group, ids, Map::remove);
            case TaskRequest.Assign(Optional<GroupKey> group, TaskId id, Optional<Owner> owner) ->
                    each(
                            asker,
                            group,
                            List.of(id),
                            (tasks, task) -> assign(asker, of(tasks, task), owner));
        };
    }

    private static void assign(Asker asker, Map<String, String> task, Optional<Owner> owner) {
        boolean mine = task.getOrDefault(OWNER, "").endsWith(asker.device());
        if (owner.isPresent()) {
            task.put(OWNER, owner.get().value());
        } else if (!mine) {
            task.put(OWNER, asker.label());
        }
    }

    private static Map<String, String> of(Map<String, Map<String, String>> tasks, String id) {
        return Optional.ofNullable(tasks.get(id)).orElseThrow();
    }

    private static String text(Map<String, String> task, String field) {
        return task.getOrDefault(field, "");
    }

    private interface Work {
        void on(Map<String, Map<String, String>> tasks, String id);
    }

    private Answer each(Asker asker, Optional<GroupKey> group, List<TaskId> ids, Work work) {
        String key = group.map(GroupKey::value).orElse(asker.group());
        Map<String, Map<String, String>> tasks = groups.computeIfAbsent(key, _ -> new TreeMap<>());
        if (!ids.stream().allMatch(id -> tasks.containsKey(id.value()))) {
            return Answer.UNKNOWN;
        }
        ids.forEach(id -> work.on(tasks, id.value()));
        return Answer.CHANGED;
    }

    private Answer update(Asker asker, List<TaskRequest.Item> items) {
        for (TaskRequest.Item item : items) {
            String group = item.group().map(GroupKey::value).orElse(asker.group());
            Map<String, Map<String, String>> tasks =
                    groups.computeIfAbsent(group, _ -> new TreeMap<>());
            String id = item.change().id().value();
            if (!tasks.containsKey(id)) {
                if (item.change().fields().stream()
                        .noneMatch(FieldChange.SetTitle.class::isInstance)) {
                    return Answer.NAMELESS;
                }
                tasks.put(id, fresh(asker, created.merge(group, 1, Integer::sum)));
            }
            item.change().fields().forEach(field -> set(of(tasks, id), field));
        }
        return Answer.CHANGED;
    }

    private static Map<String, String> fresh(Asker asker, int number) {
        return new TreeMap<>(
                Map.of(
                        "priority",
                        "2",
                        STATUS,
                        "OPEN",
                        OWNER,
                        asker.label(),
                        "due",
                        "",
                        "notes",
                        "",
                        NUMBER,
                        Integer.toString(number)));
    }

    private static void set(Map<String, String> task, FieldChange field) {
        switch (field) {
            case FieldChange.SetTitle change -> task.put("title", change.title().value());
            case FieldChange.SetPriority change ->
                    task.put("priority", Integer.toString(change.priority().level()));
            case FieldChange.SetStatus change -> task.put(STATUS, change.status().name());
            case FieldChange.SetOwner change -> task.put(OWNER, change.owner().value());
            case FieldChange.SetDue change -> task.put("due", change.due().toString());
            case FieldChange.SetNotes change -> task.put("notes", change.notes().value());
            case FieldChange.KeepExtra(String name, String json) -> task.put("x-" + name, json);
            case FieldChange.DropExtra(String name) -> task.remove("x-" + name);
        }
    }

    /// The tasks of a group in the order of lists (WF-6).
    List<Map<String, String>> listed(String group) {
        return groups.getOrDefault(group, Map.of()).entrySet().stream()
                .map(TaskModel::withId)
                .sorted(
                        Comparator.comparing(
                                        (Map<String, String> task) ->
                                                !text(task, STATUS).equals("OPEN"))
                                .thenComparing(task -> text(task, "priority"))
                                .thenComparingInt(task -> Integer.parseInt(text(task, NUMBER))))
                .toList();
    }

    private static Map<String, String> withId(Map.Entry<String, Map<String, String>> task) {
        Map<String, String> fields = new TreeMap<>(task.getValue());
        fields.put("id", task.getKey());
        return fields;
    }

    /// Real tasks in the form of the model's.
    static List<Map<String, String>> fields(Collection<Task> tasks) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Task task : tasks) {
            Map<String, String> fields =
                    new TreeMap<>(
                            task.extras().fields().entrySet().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    extra -> "x-" + extra.getKey(),
                                                    Map.Entry::getValue)));
            fields.put("id", task.id().value());
            fields.put("title", task.title().value());
            fields.put("priority", Integer.toString(task.priority().level()));
            fields.put(STATUS, task.status().name());
            fields.put(OWNER, task.owner().value());
            fields.put("due", task.due().toString());
            fields.put("notes", task.notes().value());
            fields.put(NUMBER, Long.toString(task.stamp().number()));
            fields.put(VERSION, Long.toString(task.stamp().version()));
            all.add(fields);
        }
        return all;
    }
}
