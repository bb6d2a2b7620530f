package dev.supie.adapter.in.http;

import dev.supie.adapter.in.form.TaskForms;
import dev.supie.adapter.in.form.TextForm;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.task.MeetingImport;
import dev.supie.application.task.Sender;
import dev.supie.application.task.TaskRequest;
import dev.supie.application.task.Tasks;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers what changes tasks over HTTP (WF-9); knows members and bodies, but no HTTP. Badges are
/// told of a change as if another badge had made it (WF-5).
final class TaskWriter {

    /// Whose a task is that somebody creates without saying whose.
    static final Owner NOBODY = new Owner("http");

    private static final String GROUP = "groupKey";

    private static final TextForm<MeetingId> MEETING =
            new TextForm<>("string of 1..64 letters, digits or hyphens", TaskWriter::meeting);

    /// Most changes take less.
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

    private final TaskDesk desk;
    private final Supplier<TaskId> freshIds;

    /// @param freshIds for tasks that come without one
    TaskWriter(TaskDesk desk, Supplier<TaskId> freshIds) {
        this.desk = desk;
        this.freshIds = freshIds;
    }

    /// Changes or creates tasks (WF-3).
    Answer update(JsonFields body) {
        Optional<GroupKey> group = body.required(GROUP, TaskForms.GROUP);
        List<TaskRequest.Item> items = TaskItems.read(body, freshIds);
        return inGroup(body, group, () -> new TaskRequest.Update(items));
    }

    /// WF-4.
    Answer complete(JsonFields body) {
        Optional<GroupKey> group = body.required(GROUP, TaskForms.GROUP);
        List<TaskId> ids = body.texts("ids", BoardCommand.TASKS_MAX, TaskForms.ID);
        return inGroup(body, group, () -> new TaskRequest.Complete(Optional.empty(), ids));
    }

    private Answer inGroup(
            JsonFields body, Optional<GroupKey> group, Supplier<TaskRequest> request) {
        if (!body.problems().isEmpty() || group.isEmpty()) {
            return new Answer.Wrong(body.problems());
        }
        TaskRequest asked = request.get();
        Tasks.Outcome outcome = desk.tasks().ask(new Sender.Visitor(group.get(), NOBODY), asked);
        return outcome instanceof Tasks.Outcome.Done(boolean idempotent)
                ? new Answer.Found(new TaskChangeBody(texts(asked.ids()), idempotent))
                : undone(outcome);
    }

    Answer fromMeeting(JsonFields body) {
        Optional<GroupKey> group = body.required(GROUP, TaskForms.GROUP);
        Optional<MeetingId> meeting = body.optional("sessionId", MEETING);
        if (!body.problems().isEmpty() || group.isEmpty()) {
            return new Answer.Wrong(body.problems());
        }
        return switch (desk.imports().from(group.get(), meeting)) {
            case MeetingImport.Result.Imported(MeetingId id, List<TaskId> ids) ->
                    new Answer.Found(new ImportBody(ids.size(), texts(ids), id.value()));
            case MeetingImport.Result.Unknown _ ->
                    new Answer.Unknown(
                            meeting.isPresent()
                                    ? "no such meeting"
                                    : "no meeting of this group has minutes; name one by sessionId");
            case MeetingImport.Result.Unfinished _ ->
                    new Answer.Conflict(
                            "the meeting has no minutes yet; end it at its badge first, or wait"
                                    + " until they are written");
            case MeetingImport.Result.Failed(Tasks.Outcome outcome) -> undone(outcome);
        };
    }

    private static Answer undone(Tasks.Outcome outcome) {
        return switch (outcome) {
            case Tasks.Outcome.Refused(ErrorCode code, String message) ->
                    code == ErrorCode.NOT_FOUND
                            ? new Answer.Unknown(message)
                            : new Answer.Wrong(List.of(message));
            case Tasks.Outcome.Busy _ -> new Answer.TooMany(BUSY_PAUSE);
            case Tasks.Outcome.Failed _ -> new Answer.Unavailable();
            case Tasks.Outcome.Done _, Tasks.Outcome.Replaced _ ->
                    throw new IllegalStateException("nobody takes over from a visitor");
        };
    }

    private static Optional<MeetingId> meeting(String text) {
        return MeetingId.isOne(text) ? Optional.of(new MeetingId(text)) : Optional.empty();
    }

    private static List<String> texts(List<TaskId> ids) {
        return ids.stream().map(TaskId::value).toList();
    }
}
