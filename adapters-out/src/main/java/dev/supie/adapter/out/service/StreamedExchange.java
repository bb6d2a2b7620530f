package dev.supie.adapter.out.service;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One reply that is heard while it comes. It holds no thread while nothing comes, and ends within
/// its time limit whatever the service does. Safe for use by many threads.
public final class StreamedExchange {

    private final StreamReceiver receiver;
    private final Duration limit;
    private final Duration connectTimeout;
    private volatile @Nullable StreamedBody body;
    private volatile @Nullable CompletableFuture<HttpResponse<String>> reply;
    private volatile boolean cancelled;

    StreamedExchange(StreamReceiver receiver, Duration limit, Duration connectTimeout) {
        this.receiver = receiver;
        this.limit = limit;
        this.connectTimeout = connectTimeout;
    }

    void begin(HttpClient client, HttpRequest request) {
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(request, this::bodyOf);
        reply = sent;
        if (cancelled) {
            sent.cancel(true);
        }
        CompletionStage<HttpResponse<String>> bounded =
                sent.copy().orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        bounded.whenComplete((whole, failure) -> ended(sent, whole, failure));
    }

    private HttpResponse.BodySubscriber<String> bodyOf(HttpResponse.ResponseInfo head) {
        if (head.statusCode() / 100 != 2) {
            return new LimitedBody(ServiceEndpoint.BODY_BYTES_MAX);
        }
        receiver.begins(head.headers());
        StreamedBody streamed = new StreamedBody(ServiceEndpoint.STREAM_BYTES_MAX, receiver::more);
        body = streamed;
        if (cancelled) {
            streamed.cancel();
        }
        return streamed;
    }

    private void ended(
            CompletableFuture<HttpResponse<String>> sent,
            @Nullable HttpResponse<String> whole,
            @Nullable Throwable failure) {
        if (whole != null) {
            ServiceReply answer =
                    new ServiceReply(whole.statusCode(), whole.headers(), whole.body());
            if (answer.isSuccess()) {
                receiver.over();
            } else {
                receiver.refused(answer);
            }
            return;
        }
        // Whatever went wrong, nothing of it may go on in the background.
        drop(sent);
        receiver.failed(failureOf(failure));
    }

    private CallFailure failureOf(@Nullable Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped -> failureOf(wrapped.getCause());
            case TimeoutException _ ->
                    new CallFailure.Transient(
                            CallFailure.Kind.TIMEOUT,
                            "no complete answer within " + limit.toMillis() / 1_000.0 + " s");
            case CancellationException _ ->
                    new CallFailure.Permanent(CallFailure.Kind.UNAVAILABLE, "it was given up");
            case null, default -> ServiceEndpoint.connectionFailure(failure, connectTimeout);
        };
    }

    /// Nobody wants the rest: the connection is closed at once. What is under way may still be
    /// heard.
    public void cancel() {
        cancelled = true;
        CompletableFuture<HttpResponse<String>> sent = reply;
        if (sent != null) {
            drop(sent);
        }
    }

    private void drop(CompletableFuture<HttpResponse<String>> sent) {
        StreamedBody streamed = body;
        if (streamed != null) {
            streamed.cancel();
        }
        sent.cancel(true);
    }
}
