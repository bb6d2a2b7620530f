package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.tool.DeviceRequest;

/// Questions to a badge's own tool server in their wire form (CHAT-3, T28).
final class ToolEncoder {

    /// What stock firmware speaks.
    private static final String PROTOCOL = "2024-11-05";

    private ToolEncoder() {}

    static ObjectNode request(BadgeMessage.ToolRequest message) {
        ObjectNode envelope =
                MessageEncoder.typed(McpDecoder.TYPE).put("session_id", message.session().value());
        ObjectNode payload = envelope.putObject("payload").put("jsonrpc", "2.0");
        payload.put("id", message.request().id());
        switch (message.request()) {
            case DeviceRequest.Initialize _ -> initialize(method(payload, "initialize"));
            case DeviceRequest.ListTools(int _, String cursor) ->
                    method(payload, "tools/list").put("cursor", cursor);
            case DeviceRequest.CallTool(int _, String name, String arguments) ->
                    // The text of an object already, whoever wrote it.
                    method(payload, "tools/call")
                            .put("name", name)
                            .putRawValue("arguments", new RawValue(arguments));
        }
        return envelope;
    }

    private static ObjectNode method(ObjectNode payload, String name) {
        return payload.put("method", name).putObject("params");
    }

    /// Without `capabilities.vision`: nobody looks at pictures here.
    private static void initialize(ObjectNode params) {
        params.put("protocolVersion", PROTOCOL);
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "supie").put("version", "1");
    }
}
