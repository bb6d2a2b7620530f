package dev.supie.adapter.out.auth;

import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/// Asks one server over HTTP, bounded in time and in bytes. Redirects are not followed: they would
/// carry credentials, or the choice of keys, to wherever an answer points. Safe for many threads.
final class Question implements AutoCloseable {

    /// For the whole exchange, from the first packet to the last (AUTH-2).
    static final Duration TIME_MAX = Duration.ofSeconds(3);

    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIME_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final int bytesMax;

    Question(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /// The body of an answer with status 200, as UTF-8.
    ///
    /// The wait is ours: the client's own timeout ends with the answer's headers, so a server that
    /// drips its body would hold the thread for ever. Cancelling closes the connection.
    String ask(HttpRequest request) throws NoAnswerException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax));
        try {
            HttpResponse<byte[]> whole = answer.get(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (whole.statusCode() != OK) {
                throw new NoAnswerException("it answered HTTP " + whole.statusCode());
            }
            return new String(whole.body(), StandardCharsets.UTF_8);
        } catch (TimeoutException _) {
            throw new NoAnswerException("no answer within " + TIME_MAX.toSeconds() + " s");
        } catch (ExecutionException failure) {
            throw new NoAnswerException(reason(failure.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case SSLException _ -> "no trusted TLS connection; check its certificate";
            case ConnectException _ -> "no connection to its host";
            case null, default -> "the connection broke, or the answer was too large";
        };
    }

    /// Ends what is under way as unanswered.
    @Override
    public void close() {
        // close() alone would wait for the exchanges under way.
        client.shutdownNow();
        client.close();
    }
}
