package dev.supie.adapter.out.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A receiver in bytes: what it does with a connection is up to the test.
final class RawReceiver implements AutoCloseable {

    private final ServerSocket listener;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /// What is done with each connection. It ends when the test closes the receiver.
    interface Behaviour {
        void serve(Socket connection) throws IOException, InterruptedException;
    }

    RawReceiver(Behaviour behaviour) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> accept(behaviour));
    }

    private void accept(Behaviour behaviour) {
        try {
            while (!listener.isClosed()) {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofPlatform().daemon().start(() -> serve(behaviour, connection));
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    private void serve(Behaviour behaviour, Socket connection) {
        try {
            behaviour.serve(connection);
        } catch (IOException _) {
            ended.complete(true);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads until the peer is gone.
    static void swallow(Socket connection) throws IOException {
        byte[] chunk = new byte[8192];
        while (connection.getInputStream().read(chunk) >= 0) {
            // Whatever it says.
        }
        throw new IOException("gone");
    }

    int connections() {
        return connections.size();
    }

    /// Waits until the peer has ended a connection that was being served.
    void awaitEnd() {
        ended.orTimeout(10, TimeUnit.SECONDS).join();
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/hook";
    }

    int port() {
        return listener.getLocalPort();
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
