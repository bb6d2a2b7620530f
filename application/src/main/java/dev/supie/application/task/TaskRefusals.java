package dev.supie.application.task;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.task.Tasks.Outcome.Refused;
import dev.supie.application.task.port.TaskStore;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardRejection;
import dev.supie.domain.task.Extras;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.TaskId;

import java.util.List;
import java.util.stream.Collectors;

/// What somebody is told whose request the rules refuse (MSG-4, WF-4).
final class TaskRefusals {

    /// Beyond it the others are only counted.
    static final int IDS_NAMED_MAX = 10;

    private TaskRefusals() {}

    static Refused of(GroupKey group, BoardRejection reason) {
        return switch (reason) {
            case BoardRejection.UnknownTasks(List<TaskId> ids) ->
                    new Refused(
                            ErrorCode.NOT_FOUND, "unknown in group " + group + ": " + named(ids));
            case BoardRejection.TitlesMissing(List<TaskId> ids) ->
                    new Refused(
                            ErrorCode.SCHEMA_INVALID,
                            "missing: title of what is new in group " + group + ": " + named(ids));
            case BoardRejection.ExtrasTooLarge(List<TaskId> ids) ->
                    new Refused(
                            ErrorCode.SCHEMA_INVALID,
                            "other fields of a task may be at most "
                                    + Extras.COUNT_MAX
                                    + " with "
                                    + Extras.CHARS_MAX
                                    + " characters together: "
                                    + named(ids));
            case BoardRejection.TooManyOpen _ ->
                    full(group, Board.OPEN_MAX + " open tasks, which is the most");
            case BoardRejection.TooMuchText _ ->
                    full(group, Board.CHARS_MAX + " characters, which is the most");
        };
    }

    static Refused tooManyBoards() {
        return new Refused(
                ErrorCode.INVALID_REQUEST,
                "there are " + TaskStore.BOARDS_MAX + " groups with tasks, which is the most");
    }

    private static Refused full(GroupKey group, String why) {
        return new Refused(
                ErrorCode.INVALID_REQUEST,
                "group " + group + " would have more than " + why + ": complete or delete some");
    }

    private static String named(List<TaskId> ids) {
        String named =
                ids.stream()
                        .limit(IDS_NAMED_MAX)
                        .map(TaskId::value)
                        .collect(Collectors.joining(", "));
        int more = ids.size() - IDS_NAMED_MAX;
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
