package dev.supie.application.task;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.BoardCommand.Assignee;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskSettings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Turns a request into a command for each group that it is about (WF-2, WF-6), sorted by group.
final class TaskCommands {

    private final GroupKey group;
    private final Assignee claimant;

    /// @param group of tasks for which the request names none
    /// @param claimant the sender as an owner
    private TaskCommands(GroupKey group, Assignee claimant) {
        this.group = group;
        this.claimant = claimant;
    }

    static TaskCommands of(Sender sender, TaskSettings settings) {
        return switch (sender) {
            case Sender.Badge badge -> of(badge.device(), settings);
            case Sender.Visitor visitor ->
                    new TaskCommands(visitor.group(), new Assignee.Named(visitor.owner()));
        };
    }

    private static TaskCommands of(DeviceId device, TaskSettings settings) {
        return new TaskCommands(
                settings.groupOf(device), new Assignee.Claimant(device, settings.ownerOf(device)));
    }

    SortedMap<GroupKey, BoardCommand> in(TaskRequest request) {
        return switch (request) {
            case TaskRequest.Update(List<TaskRequest.Item> items) -> updates(items);
            case TaskRequest.Complete(Optional<GroupKey> named, List<TaskId> ids) ->
                    in(named, new BoardCommand.Complete(ids));
            case TaskRequest.Delete(Optional<GroupKey> named, List<TaskId> ids) ->
                    in(named, new BoardCommand.Delete(ids));
            case TaskRequest.Assign(Optional<GroupKey> named, TaskId id, Optional<Owner> owner) ->
                    in(named, new BoardCommand.Assign(id, assignee(owner)));
        };
    }

    private Assignee assignee(Optional<Owner> owner) {
        return owner.<Assignee>map(Assignee.Named::new).orElse(claimant);
    }

    private SortedMap<GroupKey, BoardCommand> updates(List<TaskRequest.Item> items) {
        SortedMap<GroupKey, List<TaskChange>> changes = sorted();
        for (TaskRequest.Item item : items) {
            changes.computeIfAbsent(item.group().orElse(group), _ -> new ArrayList<>())
                    .add(item.change());
        }
        SortedMap<GroupKey, BoardCommand> commands = sorted();
        for (Map.Entry<GroupKey, List<TaskChange>> each : changes.entrySet()) {
            commands.put(each.getKey(), new BoardCommand.Update(each.getValue(), claimant.owner()));
        }
        return commands;
    }

    private SortedMap<GroupKey, BoardCommand> in(Optional<GroupKey> named, BoardCommand command) {
        SortedMap<GroupKey, BoardCommand> commands = sorted();
        commands.put(named.orElse(group), command);
        return commands;
    }

    private static <T> SortedMap<GroupKey, T> sorted() {
        return new TreeMap<>(Comparator.comparing(GroupKey::value));
    }
}
