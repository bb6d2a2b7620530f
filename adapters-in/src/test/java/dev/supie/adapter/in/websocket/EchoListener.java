package dev.supie.adapter.in.websocket;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Sends back what it gets, and remembers the rest for the test. Waits at most 10 s.
class EchoListener implements WebSocketListener {

    private static final long WAIT_MAX_SECONDS = 10;

    private final CompletableFuture<WebSocketConnection> opened = new CompletableFuture<>();
    private final BlockingQueue<WebSocketEnd> ends = new LinkedBlockingQueue<>();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final Semaphore written = new Semaphore(0);

    @Override
    public void onOpen(WebSocketConnection connection) {
        thread.complete(Thread.currentThread());
        opened.complete(connection);
    }

    @Override
    public void onText(String text) {
        send(OutboundMessage.text(text));
    }

    @Override
    public void onBinary(byte[] bytes) {
        send(OutboundMessage.binary(bytes));
    }

    @Override
    public void onTooLarge(MessageKind kind, int bytesMax) {
        send(OutboundMessage.text("too large: " + kind + " " + bytesMax));
    }

    @Override
    public void onClosed(WebSocketEnd end) {
        ends.add(end);
    }

    final WebSocketConnection connection() {
        return opened.orTimeout(WAIT_MAX_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Waits until one more echo has left for the socket.
    final void awaitWritten() throws InterruptedException {
        if (!written.tryAcquire(WAIT_MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing was written");
        }
    }

    /// The thread on which the connection is read.
    final Thread readingThread() {
        return thread.orTimeout(WAIT_MAX_SECONDS, TimeUnit.SECONDS).join();
    }

    /// How the connection ended; fails unless it was told exactly once.
    final WebSocketEnd end() throws InterruptedException {
        WebSocketEnd end = ends.poll(WAIT_MAX_SECONDS, TimeUnit.SECONDS);
        if (end == null || !readingThread().join(Duration.ofSeconds(WAIT_MAX_SECONDS))) {
            throw new AssertionError("the connection did not end");
        }
        if (!ends.isEmpty()) {
            throw new AssertionError("told more than once: " + ends);
        }
        return end;
    }

    private void send(OutboundMessage message) {
        SendResult result = connection().send(message.whenWritten(written::release));
        if (result != SendResult.ACCEPTED) {
            throw new AssertionError("could not echo: " + result);
        }
    }
}
