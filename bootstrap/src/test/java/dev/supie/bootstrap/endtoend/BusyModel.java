package dev.supie.bootstrap.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A language model that takes its time, counts how much is asked of it at once, and calls the
/// minutes by what they are about: `table 7`.
final class BusyModel implements AutoCloseable {

    private static final Pattern TABLE = Pattern.compile("table \\d+");

    private volatile Duration thinking = Duration.ZERO;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    BusyModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            String asked = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            think();
            byte[] reply = reply(asked).getBytes(StandardCharsets.UTF_8);
            // Before the last byte: whoever has the answer may ask for the next one.
            running.decrementAndGet();
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private void think() {
        long end = System.nanoTime() + thinking.toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String reply(String asked) {
        Matcher table = TABLE.matcher(asked);
        String title = table.find() ? table.group() : "no table";
        String minutes =
                """
                {"title":"%s","bullets":[{"text":"%s","seg":1}],"decisions":[],"actions":[],\
                "risks":[],"nextSteps":[]}"""
                        .formatted(title, title);
        return Json.createObjectBuilder()
                .add(
                        "choices",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("finish_reason", "stop")
                                                .add(
                                                        "message",
                                                        Json.createObjectBuilder()
                                                                .add("content", minutes))))
                .build()
                .toString();
    }

    /// Each answer takes this long from now on.
    void takes(Duration time) {
        thinking = time;
    }

    int calls() {
        return calls.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
