package dev.supie.bootstrap.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.io.StringReader;
import java.util.function.Predicate;

/// What badges say, and how they recognise what they hear.
final class Messages {

    private Messages() {}

    static JsonObject parsed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static JsonObject mode(String state, String mode) {
        return typed("mode").add("state", state).add("mode", mode).build();
    }

    /// Starts a meeting and asks for the code with which others join.
    static JsonObject inviting() {
        return typed("mode")
                .add("state", "start")
                .add("mode", "meeting")
                .add("invite", true)
                .build();
    }

    static JsonObject joining(String code) {
        return typed("mode")
                .add("state", "start")
                .add("mode", "meeting")
                .add("joinCode", code)
                .build();
    }

    static JsonObject snippet(String... texts) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (String text : texts) {
            items.add(Json.createObjectBuilder().add("tag", "speech").add("text", text));
        }
        return typed("meeting").add("phase", "snippet").add("items", items).build();
    }

    static JsonObject finalizing() {
        return typed("meeting").add("phase", "finalize").build();
    }

    /// Tasks of the badge's group with these fields, as JSON objects.
    static JsonObject tasks(JsonObject... tasks) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject task : tasks) {
            all.add(task);
        }
        return workflow("update").add("tasks", all).build();
    }

    static JsonObjectBuilder workflow(String event) {
        return typed("workflow").add("event", event);
    }

    static boolean isTaskList(JsonObject message) {
        return ofType("workflow").test(message) && message.containsKey("tasks");
    }

    /// That there are no tasks, although nobody has asked.
    static boolean isEmptyTaskList(JsonObject message) {
        return isTaskList(message)
                && message.getJsonArray("tasks").isEmpty()
                && !message.containsKey("rid");
    }

    static JsonObject ping(String rid) {
        return withRid(typed("ping").build(), rid);
    }

    static JsonObject withRid(JsonObject message, String rid) {
        return Json.createObjectBuilder(message).add("rid", rid).build();
    }

    private static JsonObjectBuilder typed(String type) {
        return Json.createObjectBuilder().add("type", type);
    }

    static Predicate<JsonObject> ofType(String type) {
        return message -> message.getString("type").equals(type);
    }

    static Predicate<JsonObject> ofPhase(String phase) {
        return message -> message.getString("phase", "").equals(phase);
    }

    static Predicate<JsonObject> withRid(String rid) {
        return message -> message.getString("rid", "").equals(rid);
    }

    static boolean isIdempotent(JsonObject message) {
        return message.getBoolean("idempotent", false);
    }

    /// A summary that is neither interim nor a repetition.
    static boolean isFreshSummary(JsonObject message) {
        return ofPhase("summary").test(message)
                && !message.getBoolean("checkpoint")
                && !isIdempotent(message);
    }

    /// The last of what a finalize brings (MTG-6).
    static boolean isDone(JsonObject message) {
        return ofPhase("progress").test(message) && message.getString("stage").equals("done");
    }
}
