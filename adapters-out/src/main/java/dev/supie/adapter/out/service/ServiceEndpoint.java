package dev.supie.adapter.out.service;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
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

/// HTTP exchanges with one service, each bounded in time and in bytes. Safe for many threads.
public final class ServiceEndpoint implements AutoCloseable {

    /// Far above the longest answer we ask for (MTG-8: 4,000 tokens, some 16 KiB). What is larger
    /// is somebody else's page, or an attack.
    public static final int BODY_BYTES_MAX = 256 * 1024;

    /// Of a reply that is heard while it comes: every piece of it is wrapped in some hundred bytes.
    public static final int STREAM_BYTES_MAX = 4 * 1024 * 1024;

    private final Duration connectTimeout;
    private final Secret apiKey;
    private final HttpClient client;
    private volatile boolean closed;

    /// @param apiKey sent with every request
    public ServiceEndpoint(Duration connectTimeout, Secret apiKey) {
        this.connectTimeout = connectTimeout;
        this.apiKey = apiKey;
        // No redirects: they would carry the key to wherever the answer points.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectTimeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /// Sends the request, with the key, and waits for the whole reply, at most `limit`.
    ///
    /// The wait is ours: the client's own request timeout ends with the reply's headers, so a
    /// server that drips its body would hold the thread for ever. Cancelling closes the connection.
    public ServiceReply exchange(HttpRequest.Builder request, Duration limit)
            throws CallFailure, InterruptedException {
        request.header("Accept", "application/json");
        HttpResponse<String> whole =
                reply(request, _ -> new LimitedBody(BODY_BYTES_MAX), limit, "complete answer");
        return new ServiceReply(whole.statusCode(), whole.headers(), whole.body());
    }

    /// Sends the request, with the key, and waits for the reply to begin, at most `limit`. Its body
    /// is read as it comes; whoever reads it bounds it in time and bytes, and closes it.
    public HttpResponse<InputStream> begin(HttpRequest.Builder request, Duration limit)
            throws CallFailure, InterruptedException {
        return reply(request, HttpResponse.BodyHandlers.ofInputStream(), limit, "answer");
    }

    private <T> HttpResponse<T> reply(
            HttpRequest.Builder request,
            HttpResponse.BodyHandler<T> body,
            Duration limit,
            String awaited)
            throws CallFailure, InterruptedException {
        if (!limit.isPositive()) {
            throw new CallFailure.Transient(
                    CallFailure.Kind.TIMEOUT, "there is no time left to ask the model");
        }
        if (apiKey.isPresent()) {
            request.header("Authorization", apiKey.bearer());
        }
        CompletableFuture<HttpResponse<T>> reply = client.sendAsync(request.build(), body);
        try {
            return reply.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new CallFailure.Transient(
                    CallFailure.Kind.TIMEOUT, "no " + awaited + " within " + seconds(limit));
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            reply.cancel(true);
        }
    }

    /// Sends the request, with the key, and tells what comes of it as it comes; returns at once.
    ///
    /// @param limit for the whole of it
    public StreamedExchange stream(
            HttpRequest.Builder request, Duration limit, StreamReceiver receiver) {
        request.header("Accept", "text/event-stream");
        if (apiKey.isPresent()) {
            request.header("Authorization", apiKey.bearer());
        }
        StreamedExchange exchange = new StreamedExchange(receiver, limit, connectTimeout);
        exchange.begin(client, request.build());
        return exchange;
    }

    private CallFailure failure(@Nullable Throwable cause) {
        return closed
                ? new CallFailure.Permanent(CallFailure.Kind.UNAVAILABLE, "it was closed meanwhile")
                : connectionFailure(cause, connectTimeout);
    }

    /// Only the kind of a failure is told: its text may quote what the server sent.
    public static CallFailure connectionFailure(@Nullable Throwable cause, Duration timeout) {
        return switch (cause) {
            case LimitedBody.TooLargeException _ ->
                    new CallFailure.Permanent(
                            CallFailure.Kind.BROKEN,
                            "the answer is larger than " + BODY_BYTES_MAX + " bytes");
            case SSLHandshakeException _ ->
                    new CallFailure.Permanent(
                            CallFailure.Kind.UNAVAILABLE,
                            "no trusted TLS connection; check base_url and the server's"
                                    + " certificate");
            case HttpConnectTimeoutException _ ->
                    new CallFailure.Transient(
                            CallFailure.Kind.UNAVAILABLE,
                            "no connection within " + seconds(timeout));
            case ConnectException _ ->
                    new CallFailure.Transient(
                            CallFailure.Kind.UNAVAILABLE, "no connection to the host in base_url");
            case null, default ->
                    new CallFailure.Transient(CallFailure.Kind.UNAVAILABLE, "the connection broke");
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
