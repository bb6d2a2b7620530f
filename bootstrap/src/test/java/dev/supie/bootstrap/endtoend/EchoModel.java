package dev.supie.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A language model that streams: it says what it was asked, word by word, as two sentences. It can
/// be told to be ill. Asked for a note, it says how many it has made.
final class EchoModel implements AutoCloseable {

    private static final String PATH = "/v1/chat/completions";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Illness illness = Illness.NONE;
    private final AtomicInteger notes = new AtomicInteger();
    private volatile String lastRequest = "";
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    /// What is wrong with it.
    enum Illness {
        NONE,
        /// Takes questions and never answers.
        HANGS,
        /// Writes a little, and then nothing.
        STALLS,
        FAILS,
        GARBAGE,
        HALF_JSON
    }

    EchoModel() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
    }

    void is(Illness now) {
        illness = now;
    }

    int calls() {
        return calls.get();
    }

    /// Waits for the first question.
    void whenAsked() throws InterruptedException {
        if (!asked.await(Badge.ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("nobody has asked");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        asked.countDown();
        JsonObject request = request(exchange);
        try (exchange) {
            if (request.getBoolean("stream")) {
                lastRequest = request.toString();
                talk(exchange, question(request));
            } else {
                takeNote(exchange);
            }
        }
    }

    private void talk(HttpExchange exchange, String question) throws IOException {
        switch (illness) {
            case NONE -> say(exchange, "You said " + question + ". I heard " + question + ".");
            case HANGS -> awaitClose();
            case STALLS -> {
                OutputStream out = begin(exchange);
                write(out, delta("You said something. And"));
                awaitClose();
            }
            case FAILS -> exchange.sendResponseHeaders(500, -1);
            case GARBAGE -> raw(exchange, "<html>no model here</html>");
            case HALF_JSON -> raw(exchange, "data: {\"choices\":[{\"delta\":{\"con");
        }
    }

    private void takeNote(HttpExchange exchange) throws IOException {
        if (illness == Illness.HANGS) {
            awaitClose();
        }
        String note = "{\"note\":\"noted " + notes.incrementAndGet() + "\"}";
        JsonObject message = Json.createObjectBuilder().add("content", note).build();
        JsonObject choice =
                Json.createObjectBuilder()
                        .add("finish_reason", "stop")
                        .add("message", message)
                        .build();
        byte[] reply =
                Json.createObjectBuilder()
                        .add("choices", Json.createArrayBuilder().add(choice))
                        .build()
                        .toString()
                        .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
    }

    /// The last body that it was sent to be talked with.
    String lastRequest() {
        return lastRequest;
    }

    private static JsonObject request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static String question(JsonObject request) {
        JsonArray messages = request.getJsonArray("messages");
        return messages.getJsonObject(messages.size() - 1).getString("content");
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        OutputStream out = begin(exchange);
        for (String word : text.split("(?<= )", -1)) {
            write(out, delta(word));
        }
        write(out, "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
        write(out, "[DONE]");
    }

    private static void raw(HttpExchange exchange, String text) throws IOException {
        OutputStream out = begin(exchange);
        out.write(text.getBytes(UTF_8));
    }

    private static String delta(String text) {
        return Json.createObjectBuilder()
                .add(
                        "choices",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add(
                                                        "delta",
                                                        Json.createObjectBuilder()
                                                                .add("content", text))))
                .build()
                .toString();
    }

    private static void write(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(UTF_8));
        out.flush();
    }

    private void awaitClose() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("the test is over");
        }
    }

    /// What the configuration says of it.
    String[] settings() {
        return new String[] {
            "llm.main.base_url=" + url() + "/v1",
            "llm.main.model=echo",
            "llm.main.timeout_ms=2000",
            "tts.chain=[]"
        };
    }

    /// The same for two, of which this one notes and the other one does everything else.
    String[] besides(EchoModel other) {
        return Stream.concat(
                        Stream.of(other.settings()),
                        Stream.of(
                                "llm.noting.base_url=" + url() + "/v1",
                                "llm.noting.model=echo",
                                "llm_by_mode.default=main",
                                "llm_by_mode.memory=noting"))
                .toArray(String[]::new);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
