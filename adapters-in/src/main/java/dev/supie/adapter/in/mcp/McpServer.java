package dev.supie.adapter.in.mcp;

import dev.supie.adapter.in.form.JsonNesting;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server of tools without sessions: every message is answered by itself, so nothing is kept
/// between two, and an assistant that was away for a week just goes on.
///
/// Safe for use by many threads; a call waits for the tools it calls, which takes at most 10 s, and
/// is bounded by [#ANSWER_MAX] whatever they do.
public final class McpServer {

    /// Messages in a batch.
    public static final int BATCH_MAX = 16;

    static final Duration ANSWER_MAX = Duration.ofSeconds(15);

    private static final System.Logger LOG = System.getLogger(McpServer.class.getName());

    private final McpMethods methods = new McpMethods();

    /// @param version the `MCP-Protocol-Version` header
    public McpAnswer answer(McpVisitor visitor, Optional<String> version, String body) {
        Optional<ProtocolVersion> spoken =
                version.map(ProtocolVersion::of).orElse(Optional.of(ProtocolVersion.UNSAID));
        if (spoken.isEmpty()) {
            String known = "this MCP-Protocol-Version is not spoken here; known: ";
            return refused(Rpc.INVALID_REQUEST, known + ProtocolVersion.words());
        }
        Optional<JsonValue> message = parsed(body);
        if (message.isEmpty()) {
            return refused(Rpc.NOT_JSON, "the body is not JSON");
        }
        return switch (message.get()) {
            case JsonObject single -> single(visitor, single);
            case JsonArray batch when spoken.get().hasBatches() -> batch(visitor, batch);
            default -> refused(Rpc.INVALID_REQUEST, "the body must be one JSON-RPC message");
        };
    }

    private McpAnswer single(McpVisitor visitor, JsonObject message) {
        return switch (McpMessage.read(message)) {
            case McpMessage.Request request ->
                    new McpAnswer.Replied(
                            awaited(request, methods.answer(visitor, request)).toString());
            case McpMessage.Heard _ -> new McpAnswer.Accepted();
            case McpMessage.Broken(String why) -> refused(Rpc.INVALID_REQUEST, why);
        };
    }

    /// All are begun before the first is waited for.
    private McpAnswer batch(McpVisitor visitor, JsonArray batch) {
        if (batch.isEmpty() || batch.size() > BATCH_MAX) {
            return refused(Rpc.INVALID_REQUEST, "a batch has 1.." + BATCH_MAX + " messages");
        }
        List<CompletionStage<JsonObject>> begun = new ArrayList<>();
        for (JsonValue each : batch) {
            switch (McpMessage.read(each)) {
                case McpMessage.Request request -> begun.add(inBatch(visitor, request));
                case McpMessage.Heard _ -> {}
                case McpMessage.Broken(String why) ->
                        begun.add(done(Rpc.error(JsonValue.NULL, Rpc.INVALID_REQUEST, why)));
            }
        }
        if (begun.isEmpty()) {
            return new McpAnswer.Accepted();
        }
        JsonArrayBuilder responses = Json.createArrayBuilder();
        begun.forEach(response -> responses.add(awaited(JsonValue.NULL, response)));
        return new McpAnswer.Replied(responses.build().toString());
    }

    private CompletionStage<JsonObject> inBatch(McpVisitor visitor, McpMessage.Request request) {
        return request.method().equals(McpMethods.INITIALIZE)
                ? done(
                        Rpc.error(
                                request.id(),
                                Rpc.INVALID_REQUEST,
                                "initialize must not be part of a batch"))
                : methods.answer(visitor, request);
    }

    private static CompletionStage<JsonObject> done(JsonObject response) {
        return CompletableFuture.completedFuture(response);
    }

    private static JsonObject awaited(
            McpMessage.Request request, CompletionStage<JsonObject> response) {
        return awaited(request.id(), response);
    }

    /// Tools always answer in time; this is for those that break their promise.
    private static JsonObject awaited(JsonValue id, CompletionStage<JsonObject> response) {
        try {
            return response.toCompletableFuture().get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.log(System.Logger.Level.ERROR, "a tool did not answer in time", late);
        } catch (ExecutionException broken) {
            LOG.log(System.Logger.Level.ERROR, "a tool broke", broken);
        } catch (InterruptedException _) {
            // The server stops, and the socket with it.
            Thread.currentThread().interrupt();
        }
        return Rpc.error(id, Rpc.INTERNAL_ERROR, "the server failed on this: it is logged there");
    }

    private static McpAnswer refused(int code, String why) {
        return new McpAnswer.Refused(Rpc.error(JsonValue.NULL, code, why).toString());
    }

    private static Optional<JsonValue> parsed(String body) {
        if (JsonNesting.isTooDeep(body)) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return Optional.of(reader.readValue());
        } catch (JsonException | UnsupportedOperationException _) {
            // The latter is what the parser says of a number with more digits than it takes.
            return Optional.empty();
        }
    }
}
