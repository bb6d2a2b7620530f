package dev.supie.adapter.out.service;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/// Hands a reply's body on as it comes, and gives up as soon as it is too large. Its text is empty.
final class StreamedBody implements HttpResponse.BodySubscriber<String> {

    private final int bytesMax;
    private final Consumer<ByteBuffer> more;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean cancelled;
    private long bytes;

    StreamedBody(int bytesMax, Consumer<ByteBuffer> more) {
        this.bytesMax = bytesMax;
        this.more = more;
    }

    @Override
    public CompletionStage<String> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (cancelled) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            bytes += buffer.remaining();
            if (cancelled) {
                return;
            }
            if (bytes > bytesMax) {
                cancel();
                end.completeExceptionally(new LimitedBody.TooLargeException());
                return;
            }
            more.accept(buffer);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete("");
    }

    /// Nothing more is wanted; this closes the connection.
    void cancel() {
        cancelled = true;
        Flow.Subscription given = subscription;
        if (given != null) {
            given.cancel();
        }
    }
}
