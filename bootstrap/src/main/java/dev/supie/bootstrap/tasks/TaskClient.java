package dev.supie.bootstrap.tasks;

import dev.supie.bootstrap.cli.RunningServer;
import dev.supie.bootstrap.cli.TasksAction;
import dev.supie.bootstrap.remote.ExportFile;
import dev.supie.bootstrap.remote.RemoteCommand;
import dev.supie.bootstrap.remote.RemoteServerException;
import dev.supie.bootstrap.remote.Shown;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the server, asks it, and says what it answered.
public final class TaskClient implements TasksAction {

    @Override
    public int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err) {
        return RemoteCommand.run(server, err, remote -> answer(wish, new TaskApi(remote), out));
    }

    private static void answer(Wish wish, TaskApi api, PrintWriter out)
            throws RemoteServerException, InterruptedException, IOException {
        switch (wish) {
            case Wish.Enumerate(Choice choice, boolean json) -> {
                List<JsonObject> tasks = api.list(choice);
                if (json) {
                    tasks.forEach(out::println);
                } else {
                    new TaskTable(out).print(tasks);
                }
            }
            case Wish.Add(String group, NewTask task) -> ids(api.add(group, task), out);
            case Wish.Done(String group, List<String> ids) -> {
                boolean idempotent = api.complete(group, ids).getBoolean("idempotent", false);
                out.println(idempotent ? "already done" : "done");
            }
            case Wish.Export(Choice choice, Form form, Optional<Path> file) ->
                    new ExportFile(api.server(), out).write(TaskApi.exported(choice, form), file);
        }
    }

    private static void ids(JsonObject changed, PrintWriter out) {
        changed.getJsonArray("ids").getValuesAs(JsonString.class).stream()
                .map(id -> Shown.text(id.getString()))
                .forEach(out::println);
    }
}
