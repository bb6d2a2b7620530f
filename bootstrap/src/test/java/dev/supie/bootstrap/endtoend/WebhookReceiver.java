package dev.supie.bootstrap.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supie.adapter.out.webhook.SigningKey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Somebody who is told of meetings, and keeps every post (HOOK-1).
final class WebhookReceiver implements AutoCloseable {

    static final String SECRET = "a secret of at least sixteen";

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Post> all = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Post> fresh = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile boolean silent;
    private volatile long lastCame;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /// @param signed whether both signatures are right
    record Post(String event, String body, boolean signed) {}

    /// From now on it reads what comes but does not answer; or it answers again.
    void silent(boolean now) {
        silent = now;
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Post post =
                new Post(
                        header(exchange, "X-Meeting-Event-Id"),
                        new String(body, StandardCharsets.UTF_8),
                        isSigned(exchange, body));
        lastCame = System.nanoTime();
        all.add(post);
        fresh.add(post);
        if (silent) {
            waitForTheEnd();
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        SigningKey key = new SigningKey(SECRET);
        String timestamp = header(exchange, "X-Meeting-Timestamp");
        return key.signature(body).equals(header(exchange, "X-Meeting-Signature"))
                && key.signature(timestamp, body)
                        .equals(header(exchange, "X-Meeting-Signature-V2"));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private void waitForTheEnd() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// `key=value` of the configuration that leads here.
    String[] settings() {
        return new String[] {
            "meeting.webhook.url=http://127.0.0.1:" + server.getAddress().getPort() + "/hook",
            "meeting.webhook.secret=" + SECRET,
            "meeting.webhook.allow_private=true"
        };
    }

    /// The same as options of the command line.
    String[] options() {
        String[] settings = settings();
        return new String[] {"--set", settings[0], "--set", settings[1], "--set", settings[2]};
    }

    /// Waits for the next post.
    Post next() throws InterruptedException {
        Post post = fresh.poll(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS);
        if (post == null) {
            throw new AssertionError("no post within " + WAIT_MAX);
        }
        return post;
    }

    /// The [System#nanoTime] at which the last post came.
    long lastCame() {
        return lastCame;
    }

    /// Every post so far.
    List<Post> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
