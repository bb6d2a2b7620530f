import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A language model that writes the same minutes for everybody, after a while.
final class SlowModel implements AutoCloseable {

    private static final byte[] REPLY =
            """
            {"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":\
            "{\\"title\\":\\"Minutes\\",\\"bullets\\":[{\\"text\\":\\"It was said.\\",\\"seg\\":1}],\
            \\"decisions\\":[],\\"actions\\":[],\\"risks\\":[],\\"nextSteps\\":[]}"}}]}"""
                    .getBytes(UTF_8);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final HttpServer server;
    private volatile Duration thinking = Duration.ZERO;

    SlowModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
            LockSupport.parkNanos(thinking.toNanos());
            // Before the last byte: whoever has the answer may ask for the next one.
            running.decrementAndGet();
            exchange.sendResponseHeaders(200, REPLY.length);
            exchange.getResponseBody().write(REPLY);
        }
    }

    /// Each answer takes this long from now on.
    void takes(Duration time) {
        thinking = time;
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
