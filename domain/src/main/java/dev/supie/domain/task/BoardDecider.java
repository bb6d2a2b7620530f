package dev.supie.domain.task;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/// Decides what becomes of a group's board (WF-1, WF-3, WF-4). Pure.
///
/// Fields are merged one by one into the board as it is now, so that of two changes of one task
/// each keeps what the other has done, whichever comes first. What changes nothing is accepted with
/// the same board and no effects.
public final class BoardDecider {

    private BoardDecider() {}

    public static Decision<Board, BoardEffect, BoardRejection> decide(
            Board board, BoardCommand command, Instant now) {
        BoardDraft draft = new BoardDraft(board, now.truncatedTo(ChronoUnit.MILLIS));
        return switch (command) {
            case BoardCommand.Update update -> update(draft, update);
            case BoardCommand.Complete(List<TaskId> ids) ->
                    toEach(draft, ids, task -> draft.change(done(task)));
            case BoardCommand.Delete(List<TaskId> ids) ->
                    toEach(draft, ids, task -> draft.remove(task.id()));
            case BoardCommand.Assign(TaskId id, BoardCommand.Assignee to) ->
                    toEach(draft, List.of(id), task -> assign(draft, task, to));
        };
    }

    private static Decision<Board, BoardEffect, BoardRejection> update(
            BoardDraft draft, BoardCommand.Update update) {
        List<TaskId> nameless =
                update.changes().stream()
                        .filter(change -> !draft.changeOrCreate(change, update.owner()))
                        .map(TaskChange::id)
                        .distinct()
                        .toList();
        return nameless.isEmpty()
                ? draft.decision()
                : Decision.reject(new BoardRejection.TitlesMissing(nameless));
    }

    /// To tasks that are all there, or to none.
    private static Decision<Board, BoardEffect, BoardRejection> toEach(
            BoardDraft draft, List<TaskId> named, Consumer<Task> work) {
        List<TaskId> ids = named.stream().distinct().toList();
        List<TaskId> unknown = ids.stream().filter(id -> draft.find(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return Decision.reject(new BoardRejection.UnknownTasks(unknown));
        }
        ids.forEach(id -> draft.find(id).ifPresent(work));
        return draft.decision();
    }

    private static TaskChange done(Task task) {
        return new TaskChange(task.id(), new FieldChange.SetStatus(TaskStatus.DONE));
    }

    private static void assign(BoardDraft draft, Task task, BoardCommand.Assignee to) {
        boolean already =
                switch (to) {
                    case BoardCommand.Assignee.Claimant claimant ->
                            task.owner().isDevice(claimant.device());
                    case BoardCommand.Assignee.Named named -> task.owner().equals(named.owner());
                };
        if (!already) {
            draft.change(new TaskChange(task.id(), new FieldChange.SetOwner(to.owner())));
        }
    }
}
