package dev.supie.bootstrap.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/// Whether the server that has written its URL into a data folder still answers. Nothing has to be
/// proven to it, so nobody needs its token to know.
public final class SignOfLife {

    private static final int OK = 200;

    /// What every Supie shows to everybody, and hardly another program does.
    private static final String PATH = "/supie/openapi.yaml";

    private static final String CONTENT = "application/yaml";

    private SignOfLife() {}

    /// Where a Supie answers; empty if the folder names no URL, or one where none is any more: a
    /// server that was killed leaves its URL behind.
    public static Optional<URI> of(Path dataFolder) throws InterruptedException {
        Optional<URI> written = Place.written(dataFolder);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return answers(dataFolder, written.get()) ? written : Optional.empty();
    }

    private static boolean answers(Path dataFolder, URI url) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + PATH))
                        .timeout(RemoteServer.ANSWER_MAX)
                        .build();
        try (HttpClient client = RemoteServer.clientFor(dataFolder).build()) {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // Unread, so that nobody can hold us up with it.
            response.body().close();
            return response.statusCode() == OK
                    && response.headers()
                            .firstValue("Content-Type")
                            .filter(type -> type.startsWith(CONTENT))
                            .isPresent();
        } catch (IOException _) {
            return false;
        }
    }
}
