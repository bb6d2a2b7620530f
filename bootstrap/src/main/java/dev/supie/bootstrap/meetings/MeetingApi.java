package dev.supie.bootstrap.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.bootstrap.cli.MeetingsAction.Form;
import dev.supie.bootstrap.remote.RemoteServer;
import dev.supie.bootstrap.remote.RemoteServerException;

import jakarta.json.JsonObject;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/supie/meetings` of a running server.
record MeetingApi(RemoteServer server) {

    /// The most that a server gives at once.
    static final int PAGE = 100;

    private static final String MEETINGS = "/supie/meetings/";

    /// @param limit at most [#PAGE]
    List<JsonObject> page(Optional<String> badge, int offset, int limit)
            throws RemoteServerException, InterruptedException {
        String device = badge.map(id -> "&deviceId=" + encoded(id)).orElse("");
        String query = "recent?offset=" + offset + "&limit=" + limit + device;
        return server.ask(server.to(MEETINGS + query).GET())
                .getJsonArray("data")
                .getValuesAs(JsonObject.class);
    }

    JsonObject meeting(String id) throws RemoteServerException, InterruptedException {
        return server.ask(server.to(MEETINGS + encoded(id)).GET()).getJsonObject("data");
    }

    JsonObject delete(String id) throws RemoteServerException, InterruptedException {
        return server.ask(server.to(MEETINGS + encoded(id)).DELETE()).getJsonObject("data");
    }

    /// Where a meeting is as a file.
    static String exported(String id, Form form) {
        return MEETINGS + encoded(id) + "/export." + form.name().toLowerCase(Locale.ROOT);
    }

    /// For a path, where a plus is a plus.
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
