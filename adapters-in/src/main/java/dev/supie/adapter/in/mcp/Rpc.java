package dev.supie.adapter.in.mcp;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/// Responses of JSON-RPC 2.0.
final class Rpc {

    static final String VERSION = "2.0";

    /// Codes of JSON-RPC.
    static final int NOT_JSON = -32_700;

    static final int INVALID_REQUEST = -32_600;
    static final int UNKNOWN_METHOD = -32_601;
    static final int INVALID_PARAMS = -32_602;
    static final int INTERNAL_ERROR = -32_603;

    private Rpc() {}

    static JsonObject result(JsonValue id, JsonObjectBuilder result) {
        return response(id).add("result", result).build();
    }

    /// @param id null for a message whose id is not known
    static JsonObject error(JsonValue id, int code, String message) {
        return response(id)
                .add("error", Json.createObjectBuilder().add("code", code).add("message", message))
                .build();
    }

    private static JsonObjectBuilder response(JsonValue id) {
        return Json.createObjectBuilder().add("jsonrpc", VERSION).add("id", id);
    }
}
