package dev.supie.bootstrap.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.bootstrap.cli.TasksAction.Choice;
import dev.supie.bootstrap.cli.TasksAction.Form;
import dev.supie.bootstrap.cli.TasksAction.NewTask;
import dev.supie.bootstrap.remote.RemoteServer;
import dev.supie.bootstrap.remote.RemoteServerException;
import dev.supie.domain.task.Board;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;

/// `/supie/workflow` of a running server.
record TaskApi(RemoteServer server) {

    private static final String TASKS = "/supie/workflow";

    List<JsonObject> list(Choice choice) throws RemoteServerException, InterruptedException {
        String path = TASKS + "?limit=" + Board.TASKS_MAX + "&" + query(choice);
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
        return server.tell(TASKS + "/" + verb, body.build()).getJsonObject("data");
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
}
