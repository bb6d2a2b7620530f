package dev.supie.adapter.out.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A server that takes connections and never says a word.
final class SilentServer implements AutoCloseable {

    private final ServerSocket listener;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Semaphore accepted = new Semaphore(0);

    SilentServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                connections.add(listener.accept());
                accepted.release();
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    /// Whether somebody connected, since the last time this was asked.
    boolean awaitConnection() throws InterruptedException {
        return accepted.tryAcquire(10, TimeUnit.SECONDS);
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1");
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
