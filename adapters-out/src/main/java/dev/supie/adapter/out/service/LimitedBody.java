package dev.supie.adapter.out.service;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Collects a reply's body as text, and fails as soon as it is too large.
final class LimitedBody implements HttpResponse.BodySubscriber<String> {

    /// The body went on after the limit.
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private final BoundedBytes bytes;
    private final CompletableFuture<String> text = new CompletableFuture<>();

    LimitedBody(int bytesMax) {
        bytes = new BoundedBytes(bytesMax);
        bytes.getBody().whenComplete(this::ended);
    }

    private void ended(@Nullable Optional<byte[]> body, @Nullable Throwable failure) {
        if (body == null) {
            text.completeExceptionally(failure);
        } else if (body.isEmpty()) {
            text.completeExceptionally(new TooLargeException());
        } else {
            text.complete(new String(body.get(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        bytes.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
