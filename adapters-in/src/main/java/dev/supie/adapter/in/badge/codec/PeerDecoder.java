package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.peer.Lifetime;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// PEER-1, PEER-7. Only the kinds of the fields are looked at here; what may be in them is decided
/// together with everything else that may be refused.
final class PeerDecoder implements FrameDecoder {

    /// Longer lists are not even looked through for who is named twice.
    static final int NAMED_MAX = 1000;

    private static final String TO_SHAPE = "to must be array of ids, or [\"broadcast\"]";
    private static final String UP_TO_SHAPE = "upTo must be integer, the rseq of a message";
    private static final String ID_SHAPE = "id must be the id of a message";

    /// What a message of this type is, if it is no message for another badge.
    enum Event {
        ACK
    }

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        Optional<Event> event = fields.optionalChoice("event", Event.class);
        if (!fields.isSound()) {
            return malformed("", fields, rid);
        }
        return event.isEmpty() ? message(fields, rid) : acknowledgement(fields, rid);
    }

    private static InboundFrame message(FieldReader fields, Rid rid) {
        String mid = fields.optionalText("mid");
        List<String> to = to(fields);
        String category = fields.optionalText("category");
        Lifetime lifetime = lifetime(fields);
        Payload payload = payload(fields);
        if (!fields.isSound()) {
            return malformed("", fields, rid);
        }
        PeerRequest request =
                new PeerRequest(
                        mid,
                        to,
                        category,
                        lifetime,
                        payload.text(),
                        payload.locale(),
                        payload.category());
        return new RequestFrame(new BadgeRequest.SendMessage(request, rid));
    }

    private static List<String> to(FieldReader fields) {
        JsonNode array = fields.required("to");
        if (FieldReader.isAbsent(array)) {
            return List.of();
        }
        if (!array.isArray()) {
            fields.wrong(TO_SHAPE);
            return List.of();
        }
        if (array.size() > NAMED_MAX) {
            fields.wrong("to must be at most " + NAMED_MAX + ", not " + array.size());
            return List.of();
        }
        List<String> to = new ArrayList<>();
        for (JsonNode each : array) {
            if (each.isTextual()) {
                to.add(each.textValue());
            }
        }
        if (to.size() < array.size()) {
            fields.wrong(TO_SHAPE);
        }
        return to;
    }

    private static Lifetime lifetime(FieldReader fields) {
        JsonNode millis = fields.optional("ttlMs");
        if (FieldReader.isAbsent(millis)) {
            return new Lifetime.Usual();
        }
        if (!millis.isIntegralNumber() || !millis.canConvertToLong()) {
            fields.wrong("ttlMs must be integer, in milliseconds");
            return new Lifetime.Usual();
        }
        return new Lifetime.Millis(millis.longValue());
    }

    private record Payload(String text, String locale, String category) {

        static final Payload NONE = new Payload("", "", "");
    }

    private static Payload payload(FieldReader fields) {
        JsonNode field = fields.required("payload");
        if (FieldReader.isAbsent(field)) {
            return Payload.NONE;
        }
        if (!(field instanceof ObjectNode object)) {
            fields.wrong("payload must be object");
            return Payload.NONE;
        }
        FieldReader payload = new FieldReader(object);
        payload.required("text");
        String text = payload.optionalText("text");
        Payload read = context(payload, text);
        if (!payload.isSound()) {
            fields.wrong("payload: " + payload.problems());
        }
        return read;
    }

    private static Payload context(FieldReader payload, String text) {
        if (!(payload.optionalObject("context") instanceof ObjectNode object)) {
            return new Payload(text, "", "");
        }
        FieldReader context = new FieldReader(object);
        Payload read =
                new Payload(text, context.optionalText("locale"), context.optionalText("category"));
        if (!context.isSound()) {
            payload.wrong("context: " + context.problems());
        }
        return read;
    }

    /// One of `upTo` and `id`: which of them is meant could not be told otherwise.
    private static InboundFrame acknowledgement(FieldReader fields, Rid rid) {
        if (FieldReader.isAbsent(fields.optional("id"))) {
            JsonNode upTo = fields.required("upTo");
            boolean place = upTo.isIntegralNumber() && upTo.canConvertToLong();
            if (!FieldReader.isAbsent(upTo) && !(place && upTo.longValue() >= 0)) {
                fields.wrong(UP_TO_SHAPE);
            }
            return fields.isSound()
                    ? new RequestFrame(new BadgeRequest.AcknowledgeUpTo(upTo.longValue(), rid))
                    : malformed(Words.of(Event.ACK), fields, rid);
        }
        Optional<MessageId> id = MessageId.of(fields.optionalText("id"));
        if (id.isEmpty()) {
            fields.wrong(ID_SHAPE);
        }
        if (!FieldReader.isAbsent(fields.optional("upTo"))) {
            fields.wrong("give upTo or id, not both");
        }
        return id.isPresent() && fields.isSound()
                ? new RequestFrame(new BadgeRequest.AcknowledgeOne(id.get(), rid))
                : malformed(Words.of(Event.ACK), fields, rid);
    }

    private static Malformed malformed(String event, FieldReader fields, Rid rid) {
        return new Malformed(
                new BadgeMessage.FeatureError(
                        PeerEncoder.TYPE,
                        event,
                        ErrorCode.INVALID_REQUEST,
                        fields.problems(),
                        rid));
    }
}
