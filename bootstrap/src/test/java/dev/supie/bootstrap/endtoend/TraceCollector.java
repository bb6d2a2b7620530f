package dev.supie.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Takes what a server says of its traces and keeps every byte of it. Texts are plain in that
/// format, so what must not be there can be looked for. Or one that never answers.
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final boolean hanging;

    private TraceCollector(boolean hanging) {
        this.hanging = hanging;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    static TraceCollector open() {
        return new TraceCollector(false);
    }

    static TraceCollector hanging() {
        return new TraceCollector(true);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.countDown();
            if (hanging) {
                closing.await();
                return;
            }
            keep(body);
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void keep(byte[] body) {
        taken.writeBytes(body);
    }

    /// All bytes, as text as far as they are text.
    synchronized String text() {
        return taken.toString(UTF_8);
    }

    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    String setting() {
        return "observe.tracing.endpoint=http://127.0.0.1:"
                + server.getAddress().getPort()
                + "/v1/traces";
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
