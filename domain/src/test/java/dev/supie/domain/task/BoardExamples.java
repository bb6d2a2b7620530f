package dev.supie.domain.task;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Scenario;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Boards and commands in few words.
final class BoardExamples {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final GroupKey GROUP = new GroupKey("aa");
    static final DeviceId BADGE = new DeviceId("aa:01");
    static final Owner LI = new Owner("Li|aa:01");
    static final Owner WANG = new Owner("Wang|aa:02");

    private BoardExamples() {}

    static Scenario.Given<Board, BoardCommand, BoardEffect, BoardRejection> given(Board board) {
        return Scenario.given(BoardDecider::decide, board);
    }

    /// What becomes of an empty board; each command comes one second after the one before.
    static Board after(BoardCommand... commands) {
        Board board = Board.empty(GROUP);
        Instant now = START;
        for (BoardCommand command : commands) {
            board = given(board).when(command).at(now).state();
            now = now.plusSeconds(1);
        }
        return board;
    }

    static TaskId id(String text) {
        return new TaskId(text);
    }

    static List<TaskId> ids(String... texts) {
        return Arrays.stream(texts).map(TaskId::new).toList();
    }

    static FieldChange title(String text) {
        return new FieldChange.SetTitle(new Title(text));
    }

    static FieldChange priority(int level) {
        return new FieldChange.SetPriority(new Priority(level));
    }

    static FieldChange status(TaskStatus status) {
        return new FieldChange.SetStatus(status);
    }

    static FieldChange notes(String text) {
        return new FieldChange.SetNotes(new TaskNotes(text));
    }

    static FieldChange due(String text) {
        return new FieldChange.SetDue(Due.of(text).orElseThrow());
    }

    static FieldChange extra(String name, String json) {
        return new FieldChange.KeepExtra(name, json);
    }

    static TaskChange change(String id, FieldChange... fields) {
        return new TaskChange(id(id), fields);
    }

    static BoardCommand update(TaskChange... changes) {
        return new BoardCommand.Update(List.of(changes), LI);
    }

    static BoardCommand update(String id, FieldChange... fields) {
        return update(change(id, fields));
    }

    /// A new task that says nothing but its title.
    static BoardCommand newTask(String id) {
        return update(id, title("do " + id));
    }

    static BoardCommand complete(String... ids) {
        return new BoardCommand.Complete(ids(ids));
    }

    static BoardCommand delete(String... ids) {
        return new BoardCommand.Delete(ids(ids));
    }

    static BoardCommand claim(String id) {
        return new BoardCommand.Assign(id(id), new BoardCommand.Assignee.Claimant(BADGE, LI));
    }

    static BoardCommand give(String id, Owner owner) {
        return new BoardCommand.Assign(id(id), new BoardCommand.Assignee.Named(owner));
    }

    static Task task(Board board, String id) {
        return board.find(id(id)).orElseThrow();
    }

    /// The ids of a list, in its order.
    static List<String> named(List<Task> tasks) {
        return tasks.stream().map(task -> task.id().value()).toList();
    }
}
