package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.access.port.Credential;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.server.ServerControl;
import dev.supie.domain.server.ServerCommand;

import java.util.Optional;

/// SRV-1 and SRV-2.
final class ServerDecoder implements FrameDecoder {

    static final String TYPE = ServerControl.FEATURE;

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        Optional<ServerAction> action = fields.choice("action", ServerAction.class);
        Optional<BadgeRequest> request = action.flatMap(found -> request(found, fields, rid));
        if (!fields.isSound()) {
            return new Malformed(
                    new BadgeMessage.FeatureError(
                            TYPE,
                            action.map(Words::of).orElse(""),
                            ErrorCode.SCHEMA_INVALID,
                            fields.problems(),
                            rid));
        }
        return new RequestFrame(request.orElseThrow());
    }

    private static Optional<? extends BadgeRequest> request(
            ServerAction action, FieldReader fields, Rid rid) {
        return switch (action) {
            case SUBSCRIBE_STATS -> Optional.of(new BadgeRequest.SubscribeStats(rid));
            case UPDATE_CONFIG -> command(ServerCommand.UPDATE_CONFIG, fields, rid);
            case RESTART -> command(ServerCommand.RESTART, fields, rid);
        };
    }

    private static Optional<BadgeRequest.CommandServer> command(
            ServerCommand command, FieldReader fields, Rid rid) {
        return secret(fields).map(secret -> new BadgeRequest.CommandServer(command, secret, rid));
    }

    /// What it is stands in no error.
    private static Optional<Credential> secret(FieldReader fields) {
        JsonNode content = fields.required("content");
        if (FieldReader.isAbsent(content)) {
            return Optional.empty();
        }
        JsonNode secret = content.path("secret");
        if (!secret.isTextual() || secret.textValue().isEmpty()) {
            fields.wrong("content.secret must be string that is not empty");
            return Optional.empty();
        }
        return Optional.of(new Credential(secret.textValue()));
    }
}
