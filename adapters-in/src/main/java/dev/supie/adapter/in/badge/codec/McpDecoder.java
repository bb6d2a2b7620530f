package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.UnheededFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.tool.DeviceReply;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// CHAT-3: what a badge's own tool server answers, a JSON-RPC object in `payload`. Its requests and
/// notifications are not for us, and neither is what has no 32-bit id, because we never ask with
/// another; all of that only shows that the badge lives.
final class McpDecoder implements FrameDecoder {

    static final String TYPE = "mcp";

    /// Stands for an error without words.
    private static final String NO_WORDS = "the badge refused and did not say why";

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        JsonNode payload = fields.required("payload");
        if (!FieldReader.isAbsent(payload) && !payload.isObject()) {
            fields.wrong("payload must be object");
        }
        if (!fields.isSound()) {
            // Not in the form of the feature: a badge without tools is never sent any of it.
            return new Malformed(
                    new BadgeMessage.GeneralError(
                            ErrorCode.SCHEMA_INVALID, fields.problems(), rid));
        }
        JsonNode id = payload.path("id");
        if (payload.has("method") || !id.isIntegralNumber() || !id.canConvertToInt()) {
            return new UnheededFrame();
        }
        return reply(payload)
                .<InboundFrame>map(
                        reply ->
                                new RequestFrame(new BadgeRequest.ToolAnswer(id.intValue(), reply)))
                .orElseGet(UnheededFrame::new);
    }

    /// Empty if it is neither a result nor an error.
    private static Optional<DeviceReply> reply(JsonNode payload) {
        JsonNode error = payload.path("error");
        if (!FieldReader.isAbsent(error)) {
            return Optional.of(new DeviceReply.Refused(words(error)));
        }
        JsonNode result = payload.path("result");
        if (FieldReader.isAbsent(result)) {
            return Optional.empty();
        }
        if (result.path("tools").isArray()) {
            return Optional.of(ToolPageReader.read(result));
        }
        return Optional.of(
                result.path("content").isArray()
                        ? new DeviceReply.Content(
                                texts(result.path("content")),
                                result.path("isError").booleanValue())
                        : new DeviceReply.Done());
    }

    /// Firmware gives `{"message"}` without a code (T28).
    private static String words(JsonNode error) {
        JsonNode message = error.isTextual() ? error : error.path("message");
        return message.isTextual() && !message.textValue().isBlank()
                ? message.textValue()
                : NO_WORDS;
    }

    /// What is not text is of no use to a language model here, and left out.
    private static String texts(JsonNode content) {
        return StreamSupport.stream(content.spliterator(), false)
                .map(item -> item.path("text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.joining("\n"));
    }
}
