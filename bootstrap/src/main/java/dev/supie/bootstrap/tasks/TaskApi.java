package dev.supie.bootstrap.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.bootstrap.cli.TasksAction.Choice;
import dev.supie.bootstrap.cli.TasksAction.Form;
import dev.supie.bootstrap.cli.TasksAction.NewTask;
import dev.supie.bootstrap.remote.RemoteServer;
import dev.supie.bootstrap.remote.RemoteServerException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;

/// `/supie/workflow` of a running server.
record TaskApi(RemoteServer server) implements AutoCloseable {

    /// All tasks that a group can have.
    private static final int LIMIT = 400;

    private static final String TASKS = "/supie/workflow";

    List<JsonObject> list(Choice choice) throws RemoteServerException, InterruptedException {
        String path = TASKS + "?limit=" + LIMIT + "&" + query(choice);
        return server.ask(server.to(path).GET())
                .getJsonObject("data")
                .getJsonArray("tasks")
                .getValuesAs(JsonObject.class);
    }

    /// Where the tasks are as a file.
    static String exported(Choice choice, Form form) {
        return TASKS + "/export." + form.name().toLowerCase(Locale.ROOT) + "?" + query(choice);
    }

    JsonObject add(String group, NewTask task) throws RemoteServerException, InterruptedException {
        JsonObjectBuilder body = Json.createObjectBuilder().add("title", task.title());
        task.priority().ifPresent(level -> body.add("priority", level));
        task.owner().ifPresent(text -> body.add("owner", text));
        task.due().ifPresent(text -> body.add("due", text));
        task.notes().ifPresent(text -> body.add("notes", text));
        return tell("tasks", of(group).add("tasks", Json.createArrayBuilder().add(body)));
    }

    JsonObject complete(String group, List<String> ids)
            throws RemoteServerException, InterruptedException {
        return tell("complete", of(group).add("ids", Json.createArrayBuilder(ids)));
    }

    private static JsonObjectBuilder of(String group) {
        return Json.createObjectBuilder().add("groupKey", group);
    }

    private JsonObject tell(String verb, JsonObjectBuilder body)
            throws RemoteServerException, InterruptedException {
        HttpRequest.Builder request =
                server.to(TASKS + "/" + verb)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()));
        return server.ask(request).getJsonObject("data");
    }

    private static String query(Choice choice) {
        StringBuilder query = new StringBuilder("groupKey=").append(encoded(choice.group()));
        choice.status().ifPresent(text -> query.append("&status=").append(encoded(text)));
        choice.owner().ifPresent(text -> query.append("&owner=").append(encoded(text)));
        choice.words().ifPresent(text -> query.append("&q=").append(encoded(text)));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
