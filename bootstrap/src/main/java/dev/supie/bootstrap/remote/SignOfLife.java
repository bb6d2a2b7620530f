package dev.supie.bootstrap.remote;

import dev.supie.bootstrap.server.DataFiles;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Whether the server that has written its URL into a data folder still answers. It asks for no
/// token.
public final class SignOfLife {

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /// What every Supie shows to everybody, and hardly another program does.
    private static final String PATH = "/supie/openapi.yaml";

    private static final String CONTENT = "application/yaml";

    private SignOfLife() {}

    /// Where a Supie answers; empty if the folder names no URL, or one where none is any more: a
    /// server that was killed leaves its URL behind.
    ///
    /// @throws RemoteServerException if that cannot be found out
    public static Optional<URI> of(Path dataFolder)
            throws RemoteServerException, InterruptedException {
        return of(dataFolder, RemoteServer.ANSWER_MAX);
    }

    /// @param answerMax until an answer begins
    static Optional<URI> of(Path dataFolder, Duration answerMax)
            throws RemoteServerException, InterruptedException {
        Optional<URI> written = written(dataFolder);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return answers(dataFolder, written.get(), answerMax) ? written : Optional.empty();
    }

    private static Optional<URI> written(Path dataFolder) throws RemoteServerException {
        try {
            return Place.written(dataFolder);
        } catch (RemoteServerException unreadable) {
            throw unknown(dataFolder, "a server", String.valueOf(unreadable.getMessage()));
        }
    }

    private static boolean answers(Path dataFolder, URI url, Duration answerMax)
            throws RemoteServerException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + PATH)).timeout(answerMax).build();
        HttpClient client = RemoteServer.clientFor(dataFolder).build();
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // Unread, so that nobody can hold us up with it.
            response.body().close();
            int status = response.statusCode();
            if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
                throw unknown(dataFolder, "the server at " + url, "it answers HTTP " + status);
            }
            return status == OK && isOurs(response);
        } catch (IOException failure) {
            if (isNobodyThere(failure)) {
                return false;
            }
            String why = failure.getClass().getSimpleName();
            throw unknown(dataFolder, "the server at " + url, why);
        } finally {
            // close() would wait for an exchange that was given up.
            client.shutdownNow();
        }
    }

    private static boolean isOurs(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith(CONTENT))
                .isPresent();
    }

    /// Nobody listens, or there is no way to the host; a name that is not found says neither.
    private static boolean isNobodyThere(IOException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure instanceof ConnectException
                && !(cause instanceof UnresolvedAddressException);
    }

    private static RemoteServerException unknown(Path dataFolder, String server, String why) {
        return new RemoteServerException(
                "whether "
                        + server
                        + " uses this folder cannot be found out ("
                        + why
                        + "); take away "
                        + dataFolder.resolve(DataFiles.HTTP_URL)
                        + " if none runs");
    }
}
