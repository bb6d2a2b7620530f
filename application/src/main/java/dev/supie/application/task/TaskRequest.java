package dev.supie.application.task;

import dev.supie.application.connection.port.TaskEvent;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskChange;
import dev.supie.domain.task.TaskId;

import java.util.List;
import java.util.Optional;

/// What can be asked to be done with tasks (WF-3, WF-4). A request is carried out as a whole or not
/// at all, over however many groups; it names at most [BoardCommand#TASKS_MAX] tasks. Where it
/// names no group, that of the sender is meant (WF-2).
public sealed interface TaskRequest {

    TaskEvent event();

    /// The tasks it names, each once, in its order.
    List<TaskId> ids();

    /// A task to be changed or created, and where.
    record Item(Optional<GroupKey> group, TaskChange change) {}

    record Update(List<Item> items) implements TaskRequest {
        public Update {
            items = limited(items);
        }

        @Override
        public TaskEvent event() {
            return TaskEvent.UPDATE;
        }

        @Override
        public List<TaskId> ids() {
            return items.stream().map(item -> item.change().id()).distinct().toList();
        }
    }

    record Complete(Optional<GroupKey> group, List<TaskId> ids) implements TaskRequest {
        public Complete {
            ids = limited(ids.stream().distinct().toList());
        }

        @Override
        public TaskEvent event() {
            return TaskEvent.COMPLETE;
        }
    }

    record Delete(Optional<GroupKey> group, List<TaskId> ids) implements TaskRequest {
        public Delete {
            ids = limited(ids.stream().distinct().toList());
        }

        @Override
        public TaskEvent event() {
            return TaskEvent.DELETE;
        }
    }

    /// @param owner the sender itself if nobody is named
    record Assign(Optional<GroupKey> group, TaskId id, Optional<Owner> owner)
            implements TaskRequest {
        @Override
        public TaskEvent event() {
            return TaskEvent.ASSIGN;
        }

        @Override
        public List<TaskId> ids() {
            return List.of(id);
        }
    }

    private static <T> List<T> limited(List<T> named) {
        if (named.isEmpty() || named.size() > BoardCommand.TASKS_MAX) {
            throw new IllegalArgumentException(
                    "a request names 1 to " + BoardCommand.TASKS_MAX + " tasks");
        }
        return List.copyOf(named);
    }
}
