package dev.supie.adapter.out.llm;

import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

/// One HTTP exchange with a model server, bounded in time and in bytes. Safe for many threads.
final class ChatEndpoint implements AutoCloseable {

    /// Far above the longest answer we ask for (MTG-8: 4,000 tokens, some 16 KiB). What is larger
    /// is somebody else's page, or an attack.
    static final int BODY_BYTES_MAX = 256 * 1024;

    private final HttpSummarizerSettings settings;
    private final HttpClient client;
    private volatile boolean closed;

    ChatEndpoint(HttpSummarizerSettings settings) {
        this.settings = settings;
        // No redirects: they would carry the key to wherever the answer points.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.limits().connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /// Sends the body and waits for the whole reply, at most `limit`.
    ///
    /// The wait is ours: the client's own request timeout ends with the reply's headers, so a
    /// server that drips its body would hold the thread for ever. Cancelling closes the connection.
    ChatReply exchange(String body, Duration limit) throws CallFailure, InterruptedException {
        if (!limit.isPositive()) {
            throw new CallFailure.Transient("there is no time left to ask the model");
        }
        CompletableFuture<HttpResponse<String>> reply =
                client.sendAsync(request(body), _ -> new LimitedBody(BODY_BYTES_MAX));
        try {
            HttpResponse<String> whole = reply.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new ChatReply(whole.statusCode(), whole.headers(), whole.body());
        } catch (TimeoutException _) {
            throw new CallFailure.Transient("no complete answer within " + seconds(limit));
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            reply.cancel(true);
        }
    }

    private HttpRequest request(String body) {
        var request =
                HttpRequest.newBuilder(settings.endpoint())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (settings.apiKey().isPresent()) {
            request.header("Authorization", "Bearer " + settings.apiKey().reveal());
        }
        return request.build();
    }

    /// Only the kind of a failure is told: its text may quote what the server sent.
    private CallFailure failure(@Nullable Throwable cause) {
        if (closed) {
            return new CallFailure.Permanent("it was closed meanwhile");
        }
        return switch (cause) {
            case LimitedBody.TooLargeException _ ->
                    new CallFailure.Permanent(
                            "the answer is larger than " + BODY_BYTES_MAX + " bytes");
            case SSLHandshakeException _ ->
                    new CallFailure.Permanent(
                            "no trusted TLS connection; check base_url and the server's"
                                    + " certificate");
            case HttpConnectTimeoutException _ ->
                    new CallFailure.Transient(
                            "no connection within " + seconds(settings.limits().connectTimeout()));
            case ConnectException _ ->
                    new CallFailure.Transient("no connection to the host in base_url");
            case null, default -> new CallFailure.Transient("the connection broke");
        };
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1_000.0 + " s";
    }

    /// Ends calls under way as failures and frees the connections.
    @Override
    public void close() {
        closed = true;
        // close() alone would wait for the calls under way, up to their time limit.
        client.shutdownNow();
        client.close();
    }
}
