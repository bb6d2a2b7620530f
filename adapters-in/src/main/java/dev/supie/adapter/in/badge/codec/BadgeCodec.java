package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// The JSON of the badge protocol in both directions. Never throws because of what a badge sent,
/// and never repeats more of it than a short excerpt. Safe for use by many threads.
public final class BadgeCodec {

    /// MSG-2: objects and arrays inside each other, the message itself included.
    public static final int DEPTH_MAX = 32;

    /// No field of the protocol is a number of more digits; turning a longer one from decimal into
    /// binary costs more than all the rest of a message.
    private static final int NUMBER_DIGITS_MAX = 100;

    /// More threads than this rarely read or write JSON at the same instant; one more gets buffers
    /// of its own for that once.
    private static final int BUFFERS_KEPT_MAX = 32;

    private static final JsonMapper JSON = new JsonMapper(factory());

    private static final Map<String, FrameDecoder> DECODERS =
            Map.ofEntries(
                    Map.entry("hello", new HelloDecoder()),
                    Map.entry("ping", new PingDecoder()),
                    Map.entry("keepalive", new PingDecoder()),
                    Map.entry("mode", new ModeDecoder()),
                    Map.entry("meeting", new MeetingDecoder()),
                    Map.entry("server", new ServerDecoder()),
                    Map.entry("workflow", new WorkflowDecoder()),
                    Map.entry("peer", new PeerDecoder()),
                    Map.entry("coding", new CodingDecoder()),
                    Map.entry("listen", new ListenDecoder()),
                    Map.entry("abort", new AbortDecoder()),
                    Map.entry(McpDecoder.TYPE, new McpDecoder()),
                    // Sent by firmware before 1.8 (T39).
                    Map.entry("iot", new UnheededDecoder()),
                    Map.entry("goodbye", new UnheededDecoder()));

    private static final String KNOWN_TYPES = String.join(",", new TreeMap<>(DECODERS).keySet());

    public InboundFrame decode(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                JsonNode message = JSON.readTree(parser);
                return parser.nextToken() == null
                        ? decode(message)
                        : invalid("there is more after the JSON object", Rid.NONE);
            } catch (JsonProcessingException refused) {
                return unreadable(parser, refused);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a string failed", impossible);
        }
    }

    /// One line of JSON with non-ASCII characters as they are (MSG-1).
    public String encode(BadgeMessage message) {
        try {
            return JSON.writeValueAsString(MessageEncoder.encode(message));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("writing to a string failed", impossible);
        }
    }

    private static InboundFrame decode(JsonNode message) {
        if (!(message instanceof ObjectNode object)) {
            return invalid("a message must be one JSON object", Rid.NONE);
        }
        FieldReader fields = new FieldReader(object);
        Rid rid = fields.ridOrNone();
        JsonNode type = object.path("type");
        if (!type.isTextual()) {
            boolean missing = type.isMissingNode() || type.isNull();
            return invalid(missing ? "missing: type" : "type must be string", rid);
        }
        FrameDecoder decoder = DECODERS.get(FieldReader.normalised(type.textValue()));
        return decoder == null ? invalid(unknown(type.textValue()), rid) : decoder.decode(fields);
    }

    private static String unknown(String type) {
        return "unknown type '" + Excerpt.of(type) + "'; known: " + KNOWN_TYPES;
    }

    /// Says where, not what: the parser's own words repeat the input.
    private static InboundFrame unreadable(JsonParser parser, JsonProcessingException refused) {
        if (parser.streamReadConstraints().getMaxNestingDepth()
                < parser.getParsingContext().getNestingDepth()) {
            String message = "JSON may be nested at most " + DEPTH_MAX + " deep";
            return new InboundFrame.TooDeep(
                    new BadgeMessage.GeneralError(ErrorCode.MESSAGE_TOO_LARGE, message, Rid.NONE));
        }
        long at = refused.getLocation() == null ? -1 : refused.getLocation().getCharOffset();
        return invalid(at < 0 ? "not JSON" : "not JSON, near character " + at, Rid.NONE);
    }

    private static InboundFrame invalid(String message, Rid rid) {
        return new InboundFrame.Malformed(
                new BadgeMessage.GeneralError(ErrorCode.INVALID_REQUEST, message, rid));
    }

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                // Names from outside would fill a table that all connections share.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                // Jackson would keep 8 KiB of buffers for each thread, and every badge has one.
                .recyclerPool(JsonRecyclerPools.newBoundedPool(BUFFERS_KEPT_MAX))
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH_MAX)
                                .maxNumberLength(NUMBER_DIGITS_MAX)
                                .build())
                .build();
    }
}
