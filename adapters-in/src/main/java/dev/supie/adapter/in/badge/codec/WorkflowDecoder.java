package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.adapter.in.form.TaskForms;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.application.task.TaskRequest;
import dev.supie.domain.task.BoardCommand;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.TaskId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// WF-3, WF-4.
final class WorkflowDecoder implements FrameDecoder {

    static final String TYPE = "workflow";

    private static final String IDS_SHAPE = "ids must be array of " + TaskForms.ID.words();

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        Optional<TaskEvent> event = event(fields);
        if (event.isEmpty()) {
            return malformed("", fields, rid);
        }
        return switch (event.get()) {
            case UPDATE -> update(fields, rid);
            case LIST -> list(fields, rid);
            case COMPLETE -> complete(fields, rid);
            case DELETE -> delete(fields, rid);
            case ASSIGN -> assign(fields, rid);
        };
    }

    /// Whoever sends tasks and does not say why wants them updated.
    private static Optional<TaskEvent> event(FieldReader fields) {
        boolean onlyTasks =
                FieldReader.isAbsent(fields.optional("event"))
                        && fields.optional("tasks").isArray();
        return onlyTasks ? Optional.of(TaskEvent.UPDATE) : fields.choice("event", TaskEvent.class);
    }

    private static InboundFrame list(FieldReader fields, Rid rid) {
        return fields.isSound()
                ? new RequestFrame(new BadgeRequest.PullTasks(rid))
                : malformed(Words.of(TaskEvent.LIST), fields, rid);
    }

    /// WF-3: without any tasks it asks for the list.
    private static InboundFrame update(FieldReader fields, Rid rid) {
        Optional<GroupKey> group = fields.optional("groupKey", TaskForms.GROUP);
        List<TaskRequest.Item> items = TaskItems.read(fields, group);
        if (!fields.isSound()) {
            return malformed(Words.of(TaskEvent.UPDATE), fields, rid);
        }
        return new RequestFrame(
                items.isEmpty()
                        ? new BadgeRequest.PullTasks(rid)
                        : new BadgeRequest.ChangeTasks(new TaskRequest.Update(items), rid));
    }

    private static InboundFrame complete(FieldReader fields, Rid rid) {
        Optional<GroupKey> group = fields.optional("groupKey", TaskForms.GROUP);
        List<TaskId> ids = ids(fields);
        return fields.isSound()
                ? change(new TaskRequest.Complete(group, ids), rid)
                : malformed(Words.of(TaskEvent.COMPLETE), fields, rid);
    }

    private static InboundFrame delete(FieldReader fields, Rid rid) {
        Optional<GroupKey> group = fields.optional("groupKey", TaskForms.GROUP);
        List<TaskId> ids = ids(fields);
        return fields.isSound()
                ? change(new TaskRequest.Delete(group, ids), rid)
                : malformed(Words.of(TaskEvent.DELETE), fields, rid);
    }

    private static InboundFrame assign(FieldReader fields, Rid rid) {
        Optional<GroupKey> group = fields.optional("groupKey", TaskForms.GROUP);
        Optional<TaskId> id = fields.required("id", TaskForms.ID);
        Optional<Owner> owner = fields.optional("owner", TaskForms.OWNER);
        return fields.isSound()
                ? change(new TaskRequest.Assign(group, id.orElseThrow(), owner), rid)
                : malformed(Words.of(TaskEvent.ASSIGN), fields, rid);
    }

    private static List<TaskId> ids(FieldReader fields) {
        JsonNode array = fields.required("ids");
        if (FieldReader.isAbsent(array)) {
            return List.of();
        }
        if (!array.isArray()) {
            fields.wrong(IDS_SHAPE);
        } else if (array.isEmpty() || array.size() > BoardCommand.TASKS_MAX) {
            fields.wrong("ids must be 1.." + BoardCommand.TASKS_MAX + ", not " + array.size());
        } else {
            return ids(array, fields);
        }
        return List.of();
    }

    private static List<TaskId> ids(JsonNode array, FieldReader fields) {
        List<TaskId> ids = new ArrayList<>();
        for (JsonNode each : array) {
            Optional<TaskId> id = each.isTextual() ? TaskId.of(each.textValue()) : Optional.empty();
            id.ifPresent(ids::add);
        }
        if (ids.size() < array.size()) {
            fields.wrong(IDS_SHAPE);
        }
        return ids;
    }

    private static InboundFrame change(TaskRequest request, Rid rid) {
        return new RequestFrame(new BadgeRequest.ChangeTasks(request, rid));
    }

    private static Malformed malformed(String event, FieldReader fields, Rid rid) {
        return new Malformed(
                new BadgeMessage.FeatureError(
                        TYPE, event, ErrorCode.SCHEMA_INVALID, fields.problems(), rid));
    }
}
