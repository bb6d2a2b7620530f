package dev.supie.adapter.out.service;

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
        bytes.getBody().exceptionally(this::failed).thenAccept(this::collected);
    }

    private Optional<byte[]> failed(Throwable failure) {
        text.completeExceptionally(failure);
        return Optional.empty();
    }

    /// After a failure there is nothing left to say.
    private void collected(Optional<byte[]> body) {
        body.ifPresentOrElse(
                found -> text.complete(new String(found, StandardCharsets.UTF_8)),
                () -> text.completeExceptionally(new TooLargeException()));
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
