package dev.supie.domain.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;

/// Something that a group has to do (WF-1).
///
/// @param group whose board it is on; `groupKey` on the wire
public record Task(
        TaskId id,
        GroupKey group,
        Title title,
        Priority priority,
        TaskStatus status,
        Owner owner,
        Due due,
        TaskNotes notes,
        Extras extras,
        TaskStamp stamp) {

    /// WF-6: open before done, the more urgent first, then in the order of creation.
    static final Comparator<Task> LIST_ORDER =
            Comparator.comparing(Task::status)
                    .thenComparing(Task::priority)
                    .thenComparingLong(task -> task.stamp().number());

    /// A new one from what is said about it; empty without a title. What is not said is usual.
    static Optional<Task> created(GroupKey group, TaskChange change, Owner owner, TaskStamp stamp) {
        return change.fields().stream()
                .filter(FieldChange.SetTitle.class::isInstance)
                .map(FieldChange.SetTitle.class::cast)
                .findFirst()
                .map(named -> blank(change.id(), group, named.title(), owner, stamp).with(change));
    }

    private static Task blank(
            TaskId id, GroupKey group, Title title, Owner owner, TaskStamp stamp) {
        return new Task(
                id,
                group,
                title,
                Priority.USUAL,
                TaskStatus.OPEN,
                owner,
                Due.never(),
                TaskNotes.NONE,
                Extras.NONE,
                stamp);
    }

    public boolean isOpen() {
        return status == TaskStatus.OPEN;
    }

    /// Whether it should have been done by now.
    ///
    /// @param offset of the team's clocks
    public boolean isOverdue(Instant now, ZoneOffset offset) {
        return isOpen() && due.isOver(now, offset);
    }

    /// The same with only the given fields changed; not yet stamped.
    Task with(TaskChange change) {
        Task next = this;
        for (FieldChange field : change.fields()) {
            next = next.with(field);
        }
        return next;
    }

    private Task with(FieldChange field) {
        return switch (field) {
            case FieldChange.SetTitle(Title next) ->
                    new Task(id, group, next, priority, status, owner, due, notes, extras, stamp);
            case FieldChange.SetPriority(Priority next) ->
                    new Task(id, group, title, next, status, owner, due, notes, extras, stamp);
            case FieldChange.SetStatus(TaskStatus next) ->
                    new Task(id, group, title, priority, next, owner, due, notes, extras, stamp);
            case FieldChange.SetOwner(Owner next) ->
                    new Task(id, group, title, priority, status, next, due, notes, extras, stamp);
            case FieldChange.SetDue(Due next) ->
                    new Task(id, group, title, priority, status, owner, next, notes, extras, stamp);
            case FieldChange.SetNotes(TaskNotes next) ->
                    new Task(id, group, title, priority, status, owner, due, next, extras, stamp);
            case FieldChange.KeepExtra(String name, String json) -> with(extras.with(name, json));
            case FieldChange.DropExtra(String name) -> with(extras.without(name));
        };
    }

    private Task with(Extras next) {
        return new Task(id, group, title, priority, status, owner, due, notes, next, stamp);
    }

    Task stamped(TaskStamp next) {
        return new Task(id, group, title, priority, status, owner, due, notes, extras, next);
    }

    /// Characters that tell of it in a list, field names aside.
    int chars() {
        return id.value().length()
                + title.value().length()
                + owner.value().length()
                + notes.value().length()
                + extras.chars();
    }
}
