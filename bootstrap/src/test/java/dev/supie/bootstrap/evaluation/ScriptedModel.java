package dev.supie.bootstrap.evaluation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A server that speaks OpenAI's chat completions and answers as the test thinks.
final class ScriptedModel implements AutoCloseable {

    private static final String PATH = "/v1/chat/completions";

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final Function<Asked, String> thinking;

    /// @param thinking gives what the model writes
    ScriptedModel(Function<Asked, String> thinking) {
        this.thinking = thinking;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(PATH, this::answer);
        server.start();
    }

    /// What the model was told.
    ///
    /// @param instructions the system message
    /// @param data the notes and the transcript (a JSON object)
    record Asked(String instructions, JsonObject data) {

        /// Whether these are the last minutes and no interim notes.
        boolean isFinal() {
            return instructions.contains("It is over") || instructions.contains("会议已经结束");
        }

        /// Everything in the transcript.
        String said() {
            return data.getJsonArray("transcript").toString();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            String request = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            byte[] reply =
                    completion(thinking.apply(asked(request))).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private static Asked asked(String request) {
        JsonArray messages = parsed(request).getJsonArray("messages");
        String talk = messages.getJsonObject(1).getString("content");
        String data = talk.substring(talk.indexOf('{'), talk.lastIndexOf('}') + 1);
        return new Asked(messages.getJsonObject(0).getString("content"), parsed(data));
    }

    static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static String completion(String content) {
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
                                                                .add("content", content))))
                .build()
                .toString();
    }

    /// How often it was asked.
    int calls() {
        return calls.get();
    }

    /// What the command line says of it.
    List<String> options() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        return List.of("--set", "llm.main.base_url=" + url, "--set", "llm.main.model=thinker");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
