package dev.supie.adapter.out.jooq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.adapter.out.jooq.schema.tables.records.TasksRecord;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.task.Due;
import dev.supie.domain.task.Extras;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Priority;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.TaskNotes;
import dev.supie.domain.task.TaskStamp;
import dev.supie.domain.task.TaskStatus;
import dev.supie.domain.task.Title;

import java.util.Locale;
import java.util.Map;

/// Rows of the table of tasks from and to the tasks they stand for.
final class TaskRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};

    private TaskRows() {}

    static TasksRecord row(Task task) {
        TasksRecord row = new TasksRecord();
        row.setGroupKey(task.group().value());
        row.setId(task.id().value());
        row.setNumber(task.stamp().number());
        row.setVersion(task.stamp().version());
        row.setCreatedAt(KeptTime.millis(task.stamp().createdAt()));
        row.setUpdatedAt(KeptTime.millis(task.stamp().updatedAt()));
        row.setTitle(task.title().value());
        row.setPriority(task.priority().level());
        row.setStatus(task.status().name().toLowerCase(Locale.ROOT));
        row.setOwner(task.owner().value());
        row.setDue(task.due().toString());
        row.setNotes(task.notes().value());
        row.setExtras(json(task.extras()));
        return row;
    }

    static Task task(TasksRecord row) {
        try {
            return new Task(
                    new TaskId(row.getId()),
                    new GroupKey(row.getGroupKey()),
                    new Title(row.getTitle()),
                    new Priority(row.getPriority()),
                    TaskStatus.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
                    new Owner(row.getOwner()),
                    due(row.getDue()),
                    new TaskNotes(row.getNotes()),
                    extras(row.getExtras()),
                    new TaskStamp(
                            row.getNumber(),
                            row.getVersion(),
                            KeptTime.instant(row.getCreatedAt()),
                            KeptTime.instant(row.getUpdatedAt())));
        } catch (IllegalArgumentException damaged) {
            throw new StoreException(
                    "task " + row.getId() + " of " + row.getGroupKey() + " is unreadable", damaged);
        }
    }

    private static Due due(String text) {
        return Due.of(text).orElseThrow(() -> new IllegalArgumentException("due " + text));
    }

    private static String json(Extras extras) {
        try {
            return JSON.writeValueAsString(extras.fields());
        } catch (JsonProcessingException e) {
            throw new StoreException("a task could not be written as JSON", e);
        }
    }

    private static Extras extras(String json) {
        try {
            return new Extras(JSON.readValue(json, BY_NAME));
        } catch (JsonProcessingException e) {
            throw new StoreException("a stored task could not be read: its JSON is broken", e);
        }
    }
}
