package dev.supie.adapter.in.mcp;

import dev.supie.application.tool.Tool;
import dev.supie.application.tool.ToolCall;
import dev.supie.application.tool.ToolResult;
import dev.supie.domain.tool.OwnTool;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.StringReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What can be asked for: the beginning, signs of life, and tools.
final class McpMethods {

    static final String INITIALIZE = "initialize";

    private static final String INSTRUCTIONS =
            "Minutes and transcripts of meetings that voice badges have recorded, and the tasks of"
                    + " the team that wears them.";

    /// Of what is offered here, for people.
    private static final String VERSION = "1";

    /// Never fails by itself; the stage may.
    CompletionStage<JsonObject> answer(McpVisitor visitor, McpMessage.Request request) {
        return switch (request.method()) {
            case INITIALIZE -> done(initialize(request));
            case "ping" -> done(Rpc.result(request.id(), Json.createObjectBuilder()));
            case "tools/list" -> done(list(visitor, request));
            case "tools/call" -> call(visitor, request);
            default -> done(Rpc.error(request.id(), Rpc.UNKNOWN_METHOD, "there is no such method"));
        };
    }

    private static CompletionStage<JsonObject> done(JsonObject response) {
        return CompletableFuture.completedFuture(response);
    }

    private static JsonObject initialize(McpMessage.Request request) {
        if (!(request.params().get("protocolVersion") instanceof JsonString asked)) {
            return Rpc.error(request.id(), Rpc.INVALID_PARAMS, "protocolVersion must be string");
        }
        return Rpc.result(
                request.id(),
                Json.createObjectBuilder()
                        .add("protocolVersion", ProtocolVersion.agreed(asked.getString()).word())
                        .add(
                                "capabilities",
                                Json.createObjectBuilder()
                                        .add(
                                                "tools",
                                                Json.createObjectBuilder()
                                                        .add("listChanged", false)))
                        .add(
                                "serverInfo",
                                Json.createObjectBuilder()
                                        .add("name", "supie")
                                        .add("version", VERSION))
                        .add("instructions", INSTRUCTIONS));
    }

    /// All on one page, so that no cursor is ever one of ours.
    private static JsonObject list(McpVisitor visitor, McpMessage.Request request) {
        JsonValue cursor = request.params().getOrDefault("cursor", JsonValue.NULL);
        if (cursor.getValueType() != JsonValue.ValueType.NULL) {
            return Rpc.error(request.id(), Rpc.INVALID_PARAMS, "there is no page of this cursor");
        }
        JsonArrayBuilder tools = Json.createArrayBuilder();
        visitor.toolbox().offeredTo(visitor.caller()).forEach(tool -> tools.add(shown(tool)));
        return Rpc.result(request.id(), Json.createObjectBuilder().add("tools", tools));
    }

    private static JsonObjectBuilder shown(Tool tool) {
        boolean changes = OwnTool.called(tool.name()).map(OwnTool::changes).orElse(true);
        return Json.createObjectBuilder()
                .add("name", tool.name())
                .add("description", tool.description())
                .add("inputSchema", schema(tool))
                .add(
                        "annotations",
                        Json.createObjectBuilder()
                                .add("readOnlyHint", !changes)
                                .add("destructiveHint", false)
                                .add("openWorldHint", false));
    }

    private static JsonObject schema(Tool tool) {
        try (JsonReader reader = Json.createReader(new StringReader(tool.parametersSchema()))) {
            return reader.readObject();
        }
    }

    private static CompletionStage<JsonObject> call(
            McpVisitor visitor, McpMessage.Request request) {
        JsonValue arguments =
                request.params().getOrDefault("arguments", JsonValue.EMPTY_JSON_OBJECT);
        if (!(request.params().get("name") instanceof JsonString name)
                || !(arguments instanceof JsonObject)) {
            return done(
                    Rpc.error(
                            request.id(),
                            Rpc.INVALID_PARAMS,
                            "name must be string, arguments must be object"));
        }
        if (OwnTool.called(name.getString()).isEmpty()) {
            return done(Rpc.error(request.id(), Rpc.INVALID_PARAMS, "unknown tool"));
        }
        ToolCall call =
                new ToolCall(request.id().toString(), name.getString(), arguments.toString());
        return visitor.toolbox()
                .call(visitor.caller(), call)
                .thenApply(result -> Rpc.result(request.id(), content(result)));
    }

    private static JsonObjectBuilder content(ToolResult result) {
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("type", "text")
                                                .add("text", result.text())))
                .add("isError", result.isError());
    }
}
