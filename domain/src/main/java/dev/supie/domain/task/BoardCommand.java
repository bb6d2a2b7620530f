package dev.supie.domain.task;

import dev.supie.domain.kernel.DeviceId;

import java.util.List;

/// What can be done to a board (WF-3, WF-4). Each is done as a whole or not at all.
public sealed interface BoardCommand {

    /// Tasks that one command may name.
    int TASKS_MAX = 100;

    /// Changes the fields that are given, and creates what is missing.
    ///
    /// @param owner of what is created and says nothing of its owner (WF-6)
    record Update(List<TaskChange> changes, Owner owner) implements BoardCommand {
        public Update {
            changes = limited(changes);
        }
    }

    record Complete(List<TaskId> ids) implements BoardCommand {
        public Complete {
            ids = limited(ids);
        }
    }

    record Delete(List<TaskId> ids) implements BoardCommand {
        public Delete {
            ids = limited(ids);
        }
    }

    /// Gives an existing task another owner; nothing happens if it has that already.
    record Assign(TaskId id, Assignee to) implements BoardCommand {}

    /// Who is to have a task.
    sealed interface Assignee {

        Owner owner();

        /// The badge that asks; a task of the badge under an older alias is its own already.
        record Claimant(DeviceId device, Owner owner) implements Assignee {}

        /// Somebody.
        record Named(Owner owner) implements Assignee {}
    }

    private static <T> List<T> limited(List<T> tasks) {
        if (tasks.isEmpty() || tasks.size() > TASKS_MAX) {
            throw new IllegalArgumentException("a command names 1 to " + TASKS_MAX + " tasks");
        }
        return List.copyOf(tasks);
    }
}
