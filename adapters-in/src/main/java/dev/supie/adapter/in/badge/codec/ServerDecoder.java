package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;

import java.util.Optional;
import java.util.Set;

/// SRV-1. The commands of SRV-2 are known, and refused as what this version cannot do.
final class ServerDecoder implements FrameDecoder {

    static final String TYPE = "server";

    private static final Set<String> LATER = Set.of("update_config", "restart");

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        JsonNode field = fields.optional("action");
        String word = field.isTextual() ? FieldReader.normalised(field.textValue()) : "";
        if (LATER.contains(word)) {
            String allowed = Words.of(ServerAction.SUBSCRIBE_STATS);
            fields.wrong("action " + word + " is not in this version; allowed: " + allowed);
            return malformed(word, ErrorCode.INVALID_REQUEST, fields, rid);
        }
        Optional<ServerAction> action = fields.choice("action", ServerAction.class);
        if (!fields.isSound()) {
            String known = action.map(Words::of).orElse("");
            return malformed(known, ErrorCode.SCHEMA_INVALID, fields, rid);
        }
        return switch (action.orElseThrow()) {
            case SUBSCRIBE_STATS -> new RequestFrame(new BadgeRequest.SubscribeStats(rid));
        };
    }

    private static Malformed malformed(String action, ErrorCode code, FieldReader fields, Rid rid) {
        return new Malformed(
                new BadgeMessage.FeatureError(TYPE, action, code, fields.problems(), rid));
    }
}
