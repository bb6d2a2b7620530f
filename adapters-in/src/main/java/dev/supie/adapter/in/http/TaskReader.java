package dev.supie.adapter.in.http;

import dev.supie.adapter.in.form.TaskForms;
import dev.supie.application.task.TaskFilter;
import dev.supie.application.task.Tasks;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.TaskStatus;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Answers the reads of WF-9; knows parameters and bodies, but no HTTP.
final class TaskReader {

    static final int LIMIT_DEFAULT = 100;
    static final int LIMIT_MAX = Board.TASKS_MAX;

    /// UTF-16 units of a filter.
    static final int FILTER_CHARS_MAX = 200;

    private final Tasks tasks;

    TaskReader(Tasks tasks) {
        this.tasks = tasks;
    }

    Answer page(QueryParameters parameters) {
        int offset = (int) parameters.whole("offset", 0, 0, Board.TASKS_MAX);
        int limit = (int) parameters.whole("limit", LIMIT_DEFAULT, 1, LIMIT_MAX);
        return answer(
                parameters,
                (group, found) ->
                        new Answer.Found(
                                new TaskPageBody(
                                        group.value(),
                                        found.size(),
                                        offset,
                                        TaskBody.of(
                                                found.stream()
                                                        .skip(offset)
                                                        .limit(limit)
                                                        .toList()))));
    }

    /// A list of at most [Board#TASKS_MAX] tasks, which fits into memory.
    Answer csv(QueryParameters parameters) {
        return answer(
                parameters, (group, found) -> file(group, "csv", "text/csv", TaskCsv.of(found)));
    }

    Answer json(QueryParameters parameters) {
        return answer(
                parameters,
                (group, found) ->
                        file(
                                group,
                                "json",
                                "application/json",
                                JsonReply.text(
                                        new TaskPageBody(
                                                group.value(),
                                                found.size(),
                                                0,
                                                TaskBody.of(found)))));
    }

    private Answer answer(
            QueryParameters parameters, BiFunction<GroupKey, List<ListedTask>, Answer> answer) {
        Optional<GroupKey> group = group(parameters);
        TaskFilter filter =
                new TaskFilter(
                        status(parameters), words(parameters, "owner"), words(parameters, "q"));
        return parameters.problems().isEmpty() && group.isPresent()
                ? answer.apply(group.get(), tasks.list(group.get(), filter))
                : new Answer.Wrong(parameters.problems());
    }

    private static Optional<GroupKey> group(QueryParameters parameters) {
        Optional<GroupKey> group = GroupKey.of(parameters.words("groupKey"));
        if (group.isEmpty()) {
            parameters.problem("groupKey must be 1.." + GroupKey.LENGTH_MAX + " characters");
        }
        return group;
    }

    private static Optional<TaskStatus> status(QueryParameters parameters) {
        String text = parameters.words("status").strip();
        Optional<TaskStatus> status = TaskForms.STATUS.reading().apply(text);
        if (status.isEmpty() && !text.isEmpty()) {
            parameters.problem("status must be " + TaskForms.STATUS.words());
        }
        return status;
    }

    /// An empty one counts as absent.
    private static Optional<String> words(QueryParameters parameters, String name) {
        String text = parameters.words(name).strip();
        if (text.length() > FILTER_CHARS_MAX) {
            parameters.problem(name + " must be at most " + FILTER_CHARS_MAX + " characters");
        }
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    private static Answer file(GroupKey group, String extension, String type, String text) {
        return new Answer.Download(
                type + "; charset=UTF-8",
                TaskFileName.disposition(group, extension),
                out -> {
                    Writer writer =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    writer.write(text);
                    writer.flush();
                });
    }
}
