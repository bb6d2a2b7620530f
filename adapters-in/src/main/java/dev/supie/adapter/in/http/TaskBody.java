package dev.supie.adapter.in.http;

import dev.supie.domain.task.Due;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Task;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/// A task as badges are told of it (WF-1), with its version and times. Whatever somebody has added
/// to it stands beside the known members, so it is an object and no record.
final class TaskBody {

    private TaskBody() {}

    static List<JsonObject> of(List<ListedTask> tasks) {
        return tasks.stream().map(TaskBody::of).toList();
    }

    static JsonObject of(ListedTask listed) {
        Task task = listed.task();
        JsonObjectBuilder body =
                Json.createObjectBuilder()
                        .add("id", task.id().value())
                        .add("title", task.title().value())
                        .add("priority", task.priority().level())
                        .add("status", task.status().name().toLowerCase(Locale.ROOT))
                        .add("owner", task.owner().value())
                        .add("groupKey", task.group().value());
        if (!(task.due() instanceof Due.Never)) {
            body.add("due", task.due().toString());
        }
        if (listed.overdue()) {
            body.add("overdue", true);
        }
        if (!task.notes().isEmpty()) {
            body.add("notes", task.notes().value());
        }
        body.add("version", task.stamp().version())
                .add("createdAt", task.stamp().createdAt().toString())
                .add("updatedAt", task.stamp().updatedAt().toString());
        task.extras().fields().forEach((name, json) -> body.add(name, parsed(json)));
        return body.build();
    }

    /// Kept as JSON that was read and written here, so it is whole.
    private static JsonValue parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
