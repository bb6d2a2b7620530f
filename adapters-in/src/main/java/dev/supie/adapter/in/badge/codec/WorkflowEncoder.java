package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import dev.supie.application.connection.port.BadgeMessage.TaskCommand;
import dev.supie.application.connection.port.BadgeMessage.TaskList;
import dev.supie.application.connection.port.BadgeMessage.TaskReceipt;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Task;

/// The messages about tasks in their wire form (WF-1, WF-5, WF-8).
final class WorkflowEncoder {

    private WorkflowEncoder() {}

    static ObjectNode receipt(TaskReceipt receipt) {
        ObjectNode message =
                MessageEncoder.typed(WorkflowDecoder.TYPE)
                        .put("status", "ok")
                        .put("event", Words.of(receipt.event()));
        ArrayNode ids = message.putArray("ids");
        receipt.ids().forEach(id -> ids.add(id.value()));
        MessageEncoder.putIfTrue(message, "idempotent", receipt.idempotent());
        return MessageEncoder.marked(message, receipt.rid());
    }

    static ObjectNode list(TaskList list) {
        ObjectNode message =
                MessageEncoder.typed(WorkflowDecoder.TYPE).put("event", Words.of(TaskEvent.UPDATE));
        ArrayNode tasks = message.putArray("tasks");
        list.tasks().forEach(listed -> put(tasks.addObject(), listed));
        return MessageEncoder.marked(message, list.rid());
    }

    /// WF-8.
    static ObjectNode command(TaskCommand command) {
        ObjectNode message =
                MessageEncoder.typed(WorkflowDecoder.TYPE)
                        .put("event", "command")
                        .put("intent", Words.of(command.intent()));
        command.id().ifPresent(id -> message.put("id", id.value()));
        return MessageEncoder.marked(message, command.rid());
    }

    private static void put(ObjectNode json, ListedTask listed) {
        Task task = listed.task();
        json.put("id", task.id().value())
                .put("title", task.title().value())
                .put("priority", task.priority().level())
                .put("status", Words.of(task.status()))
                .put("owner", task.owner().value())
                .put("groupKey", task.group().value());
        if (!(task.due() instanceof Due.Never)) {
            json.put("due", task.due().toString());
        }
        MessageEncoder.putIfTrue(json, "overdue", listed.overdue());
        if (!task.notes().isEmpty()) {
            json.put("notes", task.notes().value());
        }
        // Kept as JSON that was read and written here, so it is whole.
        task.extras()
                .fields()
                .forEach((name, value) -> json.putRawValue(name, new RawValue(value)));
    }
}
