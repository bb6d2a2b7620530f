package dev.supie.bootstrap.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.domain.enrolment.ActivationCode;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `/supie/admin/devices` of a running server.
final class AdminApi implements AutoCloseable {

    /// The most that a server gives at once.
    static final int PAGE = 500;

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);
    private static final String DEVICES = "/supie/admin/devices";

    private final Place place;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();

    AdminApi(Place place) {
        this.place = place;
    }

    List<JsonObject> page(Optional<String> state, long offset)
            throws AdminApiException, InterruptedException {
        String wanted = state.map(text -> "&state=" + URLEncoder.encode(text, UTF_8)).orElse("");
        String query = "?offset=" + offset + "&limit=" + PAGE + wanted;
        JsonObject data = ask(to(DEVICES + query).GET()).getJsonObject("data");
        return data.getJsonArray("devices").getValuesAs(JsonObject.class);
    }

    /// @param verb `approve` or `reject`
    /// @param badge six digits are a code, anything else is an id
    List<Device> decide(String verb, String badge) throws AdminApiException, InterruptedException {
        JsonObject body =
                ActivationCode.read(badge)
                        .map(code -> member("code", code.digits()))
                        .orElseGet(() -> member("deviceId", badge));
        return tell(verb, body);
    }

    List<Device> revoke(String id) throws AdminApiException, InterruptedException {
        return tell("revoke", member("deviceId", id));
    }

    private List<Device> tell(String verb, JsonObject body)
            throws AdminApiException, InterruptedException {
        HttpRequest.Builder request =
                to(DEVICES + "/" + verb)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return ask(request).getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(Device::of)
                .toList();
    }

    private static JsonObject member(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(place.url() + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + place.token());
    }

    /// The envelope of a success.
    private JsonObject ask(HttpRequest.Builder request)
            throws AdminApiException, InterruptedException {
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AdminApiException(
                    "no server answers at "
                            + place.url()
                            + " ("
                            + e.getClass().getSimpleName()
                            + "); is it running? Start it with ./supie serve, or say where it is"
                            + " with --url");
        }
        if (response.statusCode() == 401) {
            throw new AdminApiException(
                    "the server at "
                            + place.url()
                            + " does not accept the admin token from "
                            + place.tokenFrom());
        }
        JsonObject envelope = envelope(response);
        if (response.statusCode() != 200) {
            throw new AdminApiException(
                    envelope.getString("error", "the server answered " + response.statusCode()));
        }
        return envelope;
    }

    private JsonObject envelope(HttpResponse<String> response) throws AdminApiException {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject envelope && envelope.containsKey("success")) {
                return envelope;
            }
        } catch (JsonException _) {
            // Said below, as for any other answer of another program.
        }
        throw new AdminApiException(
                "what answers at "
                        + place.url()
                        + " is not a Supie of this version (status "
                        + response.statusCode()
                        + ")");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
