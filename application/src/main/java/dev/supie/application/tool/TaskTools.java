package dev.supie.application.tool;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.task.Sender;
import dev.supie.application.task.TaskFilter;
import dev.supie.application.task.TaskRequest;
import dev.supie.application.task.Tasks;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.tool.OwnRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tasks of the caller's group (WF-2). A change is shown to the badges of the group as if one of
/// them had made it (WF-5); the caller's badge gets no receipt, because it has asked for nothing.
///
/// @param freshTasks ids that no task has
record TaskTools(Tasks tasks, Supplier<TaskId> freshTasks, Supplier<TaskSettings> team) {

    /// Notes in a list are cut to so many characters.
    private static final int NOTES_MAX = 200;

    ToolResult list(Caller caller, OwnRequest.ListTasks asked) {
        GroupKey group = tasks.groupOf(caller.device());
        TaskFilter filter =
                new TaskFilter(
                        status(asked.which()),
                        Optional.empty(),
                        Optional.of(asked.words()).filter(words -> !words.isBlank()));
        List<ListedTask> found = tasks.list(group, filter);
        ToolLines lines = new ToolLines();
        String count = found.size() == 1 ? "1 task" : found.size() + " tasks";
        lines.add(count + " in group " + group + (found.isEmpty() ? "" : ":"));
        int shown = lines.addAll(found.stream().map(TaskTools::line).toList());
        return shown == found.size()
                ? lines.result()
                : lines.result(found.size() - shown + " more: ask for some words of them");
    }

    private static Optional<TaskStatus> status(OwnRequest.Which which) {
        return switch (which) {
            case OPEN -> Optional.of(TaskStatus.OPEN);
            case DONE -> Optional.of(TaskStatus.DONE);
            case ALL -> Optional.empty();
        };
    }

    private static String line(ListedTask listed) {
        Task task = listed.task();
        List<String> parts = new ArrayList<>();
        parts.add("id " + task.id());
        parts.add("\"" + task.title() + "\"");
        parts.add(task.isOpen() ? "open" : "done");
        parts.add("priority " + task.priority().level());
        parts.add("owner " + task.owner());
        if (!(task.due() instanceof Due.Never)) {
            parts.add("due " + task.due() + (listed.overdue() ? " (overdue)" : ""));
        }
        if (!task.notes().isEmpty()) {
            parts.add("notes: " + ToolText.line(task.notes().value(), NOTES_MAX));
        }
        return "- " + String.join(", ", parts);
    }

    ToolResult claim(Caller caller, TaskId id) {
        return change(
                caller,
                new TaskRequest.Assign(Optional.empty(), id, Optional.empty()),
                "task " + id + " belongs to " + tasks.ownerOf(caller.device()));
    }

    ToolResult complete(Caller caller, TaskId id) {
        return change(
                caller,
                new TaskRequest.Complete(Optional.empty(), List.of(id)),
                "task " + id + " is done");
    }

    ToolResult add(Caller caller, OwnRequest.AddTask asked) {
        TaskId id = freshTasks.get();
        List<FieldChange> fields = new ArrayList<>(asked.fields());
        if (!asked.owner().isBlank()) {
            Optional<Owner> owner = team.get().ownerCalled(asked.owner());
            if (owner.isEmpty()) {
                return ToolResult.error("nobody can be called that: " + asked.owner());
            }
            fields.add(new FieldChange.SetOwner(owner.get()));
        }
        TaskRequest.Item item = new TaskRequest.Item(Optional.empty(), new TaskChange(id, fields));
        return change(caller, new TaskRequest.Update(List.of(item)), "added as task " + id);
    }

    private ToolResult change(Caller caller, TaskRequest request, String done) {
        Sender sender =
                new Sender.Visitor(tasks.groupOf(caller.device()), tasks.ownerOf(caller.device()));
        return switch (tasks.ask(sender, request)) {
            case Tasks.Outcome.Done(boolean idempotent) ->
                    ToolResult.of(idempotent ? done + ", as before" : done);
            case Tasks.Outcome.Refused(ErrorCode _, String message) -> ToolResult.error(message);
            case Tasks.Outcome.Busy _ -> OwnToolbox.BUSY;
            case Tasks.Outcome.Failed _ -> OwnToolbox.NO_STORE;
            case Tasks.Outcome.Replaced _ ->
                    throw new IllegalStateException("nobody takes over from a visitor");
        };
    }
}
