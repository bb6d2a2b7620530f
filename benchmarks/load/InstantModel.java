import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A language model that streams the same two sentences to everybody, at once.
final class InstantModel implements AutoCloseable {

    private static final byte[] REPLY =
            """
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"The meeting starts at"}}]}

            data: {"choices":[{"index":0,"delta":{"content":" ten in the morning. Please bring"}}]}

            data: {"choices":[{"index":0,"delta":{"content":" the plans."},"finish_reason":"stop"}]}

            data: [DONE]

            """
                    .getBytes(UTF_8);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    InstantModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", InstantModel::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, REPLY.length);
            exchange.getResponseBody().write(REPLY);
        }
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
