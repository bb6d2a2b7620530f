package dev.supie.bootstrap.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.bootstrap.remote.RemoteServer;
import dev.supie.bootstrap.remote.RemoteServerException;
import dev.supie.bootstrap.remote.Shown;
import dev.supie.domain.enrolment.ActivationCode;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

/// `/supie/admin/devices` of a running server.
final class AdminApi {

    /// The most that a server gives at once.
    static final int PAGE = 500;

    private static final String DEVICES = "/supie/admin/devices";

    private final RemoteServer server;

    AdminApi(RemoteServer server) {
        this.server = server;
    }

    List<JsonObject> page(Optional<String> state, long offset)
            throws RemoteServerException, InterruptedException {
        String wanted = state.map(text -> "&state=" + URLEncoder.encode(text, UTF_8)).orElse("");
        String query = "?offset=" + offset + "&limit=" + PAGE + wanted;
        JsonObject data = server.ask(server.to(DEVICES + query).GET()).getJsonObject("data");
        return data.getJsonArray("devices").getValuesAs(JsonObject.class);
    }

    /// @param verb `approve` or `reject`
    /// @param badge six digits are a code, anything else is an id
    List<Device> decide(String verb, String badge)
            throws RemoteServerException, InterruptedException {
        JsonObject body =
                ActivationCode.read(badge)
                        .map(code -> member("code", code.digits()))
                        .orElseGet(() -> member("deviceId", badge));
        return tell(verb, body);
    }

    List<Device> revoke(String id) throws RemoteServerException, InterruptedException {
        return tell("revoke", member("deviceId", id));
    }

    /// The badge's id.
    String forget(String id) throws RemoteServerException, InterruptedException {
        JsonObject done = server.tell(DEVICES + "/forget", member("deviceId", id));
        return Shown.text(done.getJsonObject("data"), "deviceId");
    }

    private List<Device> tell(String verb, JsonObject body)
            throws RemoteServerException, InterruptedException {
        return server
                .tell(DEVICES + "/" + verb, body)
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(Device::of)
                .toList();
    }

    private static JsonObject member(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
