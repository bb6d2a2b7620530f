package dev.supie.adapter.in.mcp;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/// A message of JSON-RPC 2.0, by its shape.
sealed interface McpMessage {

    /// Ids longer than that are nobody's, and would have to be repeated.
    int ID_CHARS_MAX = 256;

    /// Something that wants a response.
    ///
    /// @param id text or a number
    /// @param params empty if there are none
    record Request(JsonValue id, String method, JsonObject params) implements McpMessage {}

    /// A notification, or a response to something that nobody here has asked.
    record Heard() implements McpMessage {}

    /// @param why in words for whoever wrote the assistant
    record Broken(String why) implements McpMessage {}

    static McpMessage read(JsonValue value) {
        if (!(value instanceof JsonObject message)) {
            return new Broken("a message must be a JSON object");
        }
        if (!Rpc.VERSION.equals(text(message, "jsonrpc"))) {
            return new Broken("jsonrpc must be \"2.0\"");
        }
        if (!message.containsKey("method")) {
            return message.containsKey("result") || message.containsKey("error")
                    ? new Heard()
                    : new Broken("missing: method");
        }
        String method = text(message, "method");
        JsonValue params = message.getOrDefault("params", JsonValue.EMPTY_JSON_OBJECT);
        if (method.isEmpty() || !(params instanceof JsonObject named)) {
            return new Broken("method must be string, params must be object");
        }
        if (!message.containsKey("id")) {
            return new Heard();
        }
        JsonValue id = message.getOrDefault("id", JsonValue.NULL);
        boolean usable = id instanceof JsonString || id instanceof JsonNumber;
        return usable && id.toString().length() <= ID_CHARS_MAX
                ? new Request(id, method, named)
                : new Broken("id must be string or number");
    }

    private static String text(JsonObject message, String name) {
        return message.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
