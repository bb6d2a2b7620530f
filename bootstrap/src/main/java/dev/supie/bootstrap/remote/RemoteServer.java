package dev.supie.bootstrap.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.bootstrap.cli.ProgramName;
import dev.supie.bootstrap.cli.RunningServer;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/// Asks a running server as an administrator, and turns whatever can go wrong into a sentence for
/// whoever asked.
public final class RemoteServer implements AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    /// Until an answer begins.
    static final Duration ANSWER_MAX = Duration.ofSeconds(15);

    /// Of an answer that says why there is no file.
    private static final int REFUSAL_BYTES_MAX = 64 * 1024;

    private final Place place;
    private final HttpClient client;

    private RemoteServer(Place place, HttpClient client) {
        this.place = place;
        this.client = client;
    }

    /// The server that is meant, which need not be there.
    public static RemoteServer of(RunningServer server) throws RemoteServerException {
        HttpClient.Builder client =
                server.url().isEmpty() ? clientFor(server.dataFolder()) : patientClient();
        return new RemoteServer(Place.of(server), client.build());
    }

    /// For a server of this machine that uses this folder.
    static HttpClient.Builder clientFor(Path dataFolder) {
        HttpClient.Builder client = patientClient();
        PinnedCertificate.of(dataFolder).ifPresent(client::sslContext);
        return client;
    }

    private static HttpClient.Builder patientClient() {
        return HttpClient.newBuilder().connectTimeout(CONNECT_MAX);
    }

    /// A request, with the token.
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(place.url() + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + place.token());
    }

    /// The envelope of a success.
    public JsonObject ask(HttpRequest.Builder request)
            throws RemoteServerException, InterruptedException {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        JsonObject envelope = envelope(response.statusCode(), response.body());
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), envelope);
        }
        return envelope;
    }

    /// Sends a JSON object; the envelope of a success.
    public JsonObject tell(String path, JsonObject body)
            throws RemoteServerException, InterruptedException {
        return ask(
                to(path).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /// Copies a file as it comes, however long it is.
    ///
    /// @throws RemoteServerException if it did not come to its end, too
    /// @throws IOException if it cannot be written
    public void download(String path, OutputStream to)
            throws RemoteServerException, InterruptedException, IOException {
        HttpResponse<InputStream> response =
                send(to(path).GET(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                String refusal = new String(body.readNBytes(REFUSAL_BYTES_MAX), UTF_8);
                throw refused(response.statusCode(), envelope(response.statusCode(), refusal));
            }
            byte[] part = new byte[8192];
            for (int length = read(body, part); length >= 0; length = read(body, part)) {
                to.write(part, 0, length);
            }
        }
    }

    private int read(InputStream body, byte[] part) throws RemoteServerException {
        try {
            return body.read(part);
        } catch (IOException brokenOff) {
            throw new RemoteServerException(
                    "the server at "
                            + place.url()
                            + " broke off; what there is so far is not all. Try again");
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws RemoteServerException, InterruptedException {
        HttpResponse<T> response;
        try {
            response = client.send(request.build(), body);
        } catch (IOException e) {
            throw new RemoteServerException(
                    "no server answers at "
                            + place.url()
                            + " ("
                            + e.getClass().getSimpleName()
                            + "); is it running? Start it with "
                            + ProgramName.current()
                            + " serve, or say where it is with --url");
        }
        if (response.statusCode() == 401) {
            throw new RemoteServerException(
                    "the server at "
                            + place.url()
                            + " does not accept the admin token from "
                            + place.tokenFrom());
        }
        return response;
    }

    private static RemoteServerException refused(int status, JsonObject envelope) {
        String error = envelope.getString("error", "the server answered " + status);
        return new RemoteServerException(Shown.text(error) + problems(envelope));
    }

    /// What is wrong in detail, a line each, if the server says so (CFG-3).
    private static String problems(JsonObject envelope) {
        JsonArray problems = envelope.getJsonArray("problems");
        return problems == null
                ? ""
                : problems.getValuesAs(JsonString.class).stream()
                        .map(problem -> "\n  " + Shown.text(problem.getString()))
                        .collect(Collectors.joining());
    }

    private JsonObject envelope(int status, String body) throws RemoteServerException {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject envelope && envelope.containsKey("success")) {
                return envelope;
            }
        } catch (JsonException _) {
            // Said below, as for any other answer of another program.
        }
        throw new RemoteServerException(
                "what answers at "
                        + place.url()
                        + " is not a Supie of this version (status "
                        + status
                        + ")");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
