package dev.supie.domain.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All tasks of a group. Only [BoardDecider] makes new ones.
///
/// @param version counts the changes, from 0 for a board that nobody has written on
/// @param lastNumber of the task that was created last, which may be gone
public record Board(GroupKey group, long version, long lastNumber, Map<TaskId, Task> tasks) {

    /// Tasks of a group that are not done. One more is refused.
    public static final int OPEN_MAX = 200;

    /// Tasks of a group. For one more, those that were done the longest ago are forgotten.
    public static final int TASKS_MAX = 400;

    /// Characters of a group's tasks together, so that a list of them always fits into a badge's
    /// outbound queue (MSG-7). For more, tasks that were done the longest ago are forgotten; if
    /// that is not enough, it is refused.
    public static final int CHARS_MAX = 128 * 1024;

    public Board {
        tasks = Map.copyOf(tasks);
    }

    /// Of a group that nobody has written a task for.
    public static Board empty(GroupKey group) {
        return new Board(group, 0, 0, Map.of());
    }

    /// As it was kept.
    public static Board of(GroupKey group, long version, long lastNumber, Collection<Task> tasks) {
        Map<TaskId, Task> byId = tasks.stream().collect(Collectors.toMap(Task::id, task -> task));
        return new Board(group, version, lastNumber, byId);
    }

    /// All tasks in the order of lists (WF-6).
    public List<Task> listed() {
        return tasks.values().stream().sorted(Task.LIST_ORDER).toList();
    }

    /// The same as a list shows it now.
    ///
    /// @param offset of the team's clocks
    public List<ListedTask> listed(Instant now, ZoneOffset offset) {
        return listed().stream()
                .map(task -> new ListedTask(task, task.isOverdue(now, offset)))
                .toList();
    }

    /// What is still to be done, in the order of lists.
    public List<Task> open() {
        return tasks.values().stream().filter(Task::isOpen).sorted(Task.LIST_ORDER).toList();
    }

    public Optional<Task> find(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }
}
