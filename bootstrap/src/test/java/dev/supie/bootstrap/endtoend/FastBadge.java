package dev.supie.bootstrap.endtoend;

import dev.supie.domain.kernel.SessionId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A badge that reads whatever it is sent at once, and insists on getting all of it in order.
final class FastBadge implements AutoCloseable {

    /// Messages on the way to it: less than its queue holds.
    private static final int WINDOW = 100;

    private static final int WAIT_MAX_SECONDS = 60;

    private final BareSocket socket;
    private final SessionId session;
    private final Semaphore room = new Semaphore(WINDOW);
    private final AtomicInteger received = new AtomicInteger();
    private final CompletableFuture<String> wrong = new CompletableFuture<>();

    FastBadge(BareSocket socket) throws IOException {
        this.socket = socket;
        this.session = BackPressureTest.welcomed(socket);
        Thread.startVirtualThread(this::read);
    }

    SessionId session() {
        return session;
    }

    private void read() {
        try {
            for (Optional<BareSocket.Frame> frame = socket.next();
                    frame.isPresent();
                    frame = socket.next()) {
                take(frame.get());
            }
        } catch (IOException failure) {
            wrong.completeExceptionally(new UncheckedIOException(failure));
        }
    }

    private void take(BareSocket.Frame frame) {
        switch (frame) {
            case BareSocket.Frame.Text(String text) ->
                    BackPressureTest.numberOf(text).ifPresent(this::count);
            case BareSocket.Frame.Close(int code) -> wrong.complete("closed with " + code);
        }
    }

    private void count(int number) {
        if (number != received.get()) {
            wrong.complete(number + " came after " + (received.get() - 1));
        }
        received.incrementAndGet();
        room.release();
    }

    /// Waits until little enough is on the way to it.
    void awaitRoom() throws InterruptedException {
        if (!room.tryAcquire(WAIT_MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("held up: has received " + received + ", " + wrong);
        }
    }

    /// Waits until it has received all of them, and nothing else.
    void awaitAll(int sent) throws InterruptedException {
        if (!room.tryAcquire(WINDOW, WAIT_MAX_SECONDS, TimeUnit.SECONDS)
                || received.get() != sent
                || wrong.isDone()) {
            throw new AssertionError("received " + received + " of " + sent + ", " + wrong);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
