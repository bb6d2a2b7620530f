package dev.supie.bootstrap.admin;

import dev.supie.bootstrap.backup.Backup;
import dev.supie.bootstrap.backup.Restore;
import dev.supie.bootstrap.cli.AdminAction;
import dev.supie.bootstrap.cli.RunningServer;
import dev.supie.bootstrap.remote.RemoteCommand;
import dev.supie.bootstrap.remote.RemoteServer;
import dev.supie.bootstrap.remote.RemoteServerException;
import dev.supie.bootstrap.remote.Shown;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the server, asks it, and says what it answered; backups may go without it.
public final class AdminClient implements AdminAction {

    private static final String ADMIN = "/supie/admin";

    @Override
    public int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err) {
        return switch (wish) {
            case Wish.Backup(Path file) -> Backup.make(file, server, out, err);
            case Wish.Restore(Path file) -> Restore.make(file, server, out, err);
            case Wish.Question question ->
                    RemoteCommand.run(server, err, remote -> answer(question, remote, out));
        };
    }

    private static void answer(Wish.Question question, RemoteServer server, PrintWriter out)
            throws RemoteServerException, InterruptedException {
        switch (question) {
            case Wish.Server(boolean json) ->
                    Listing.SERVER.print(
                            List.of(read(server, "/server").getJsonObject("data")), json, out);
            case Wish.Online(boolean json) ->
                    Listing.ONLINE.print(rows(server, "/devices/online"), json, out);
            case Wish.Meetings(boolean json) ->
                    Listing.MEETINGS.print(rows(server, "/meetings/running"), json, out);
            case Wish.Queues(boolean json) ->
                    Listing.QUEUES.print(rows(server, "/queues"), json, out);
            case Wish.Kick(String id) -> {
                JsonObject done = tell(server, "/devices/kick", device(id));
                out.println("closed " + Shown.text(done, "deviceId"));
            }
            case Wish.Purge(String id) -> {
                JsonObject done = tell(server, "/queues/purge", device(id));
                out.println(
                        "dropped "
                                + done.getInt("dropped")
                                + " messages for "
                                + Shown.text(done, "deviceId"));
            }
            case Wish.Level level -> out.println(level(level, server));
            case Wish.Reload _ -> reload(server, out);
        }
    }

    private static String level(Wish.Level wish, RemoteServer server)
            throws RemoteServerException, InterruptedException {
        Optional<String> wanted = wish.level();
        JsonObject now =
                wanted.isPresent()
                        ? tell(
                                server,
                                "/log-level",
                                Json.createObjectBuilder()
                                        .add("logger", wish.logger())
                                        .add("level", wanted.get())
                                        .build())
                        : read(server, "/log-level?logger=" + encoded(wish.logger()))
                                .getJsonObject("data");
        String logger = Shown.text(now, "logger");
        return (logger.isEmpty() ? "everybody" : logger) + " " + Shown.text(now, "level");
    }

    private static void reload(RemoteServer server, PrintWriter out)
            throws RemoteServerException, InterruptedException {
        JsonObject report = tell(server, "/reload", Json.createObjectBuilder().build());
        out.println("changed: " + keys(report.getJsonArray("changed")));
        out.println("needs a restart: " + keys(report.getJsonArray("needRestart")));
    }

    private static String keys(JsonArray keys) {
        return keys == null || keys.isEmpty()
                ? "nothing"
                : keys.getValuesAs(JsonString.class).stream()
                        .map(key -> Shown.text(key.getString()))
                        .collect(Collectors.joining(", "));
    }

    private static List<JsonObject> rows(RemoteServer server, String path)
            throws RemoteServerException, InterruptedException {
        return read(server, path).getJsonArray("data").getValuesAs(JsonObject.class);
    }

    private static JsonObject read(RemoteServer server, String path)
            throws RemoteServerException, InterruptedException {
        return server.ask(server.to(ADMIN + path).GET());
    }

    private static JsonObject tell(RemoteServer server, String path, JsonObject body)
            throws RemoteServerException, InterruptedException {
        return server.tell(ADMIN + path, body).getJsonObject("data");
    }

    private static JsonObject device(String id) {
        return Json.createObjectBuilder().add("deviceId", id).build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
