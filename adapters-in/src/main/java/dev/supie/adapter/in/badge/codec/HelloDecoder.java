package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supie.adapter.in.badge.codec.InboundFrame.HelloFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.peer.Manners;

import java.util.Optional;
import java.util.OptionalInt;

/// CON-2: every field may be missing; only what has the wrong type is refused.
final class HelloDecoder implements FrameDecoder {

    private static final int VERSION_MAX = 3;

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        OptionalInt version = version(fields);
        ClientFeatures features = features(fields);
        Optional<UplinkFormat> uplink = UplinkReader.read(fields);
        return fields.isSound()
                ? new HelloFrame(version, uplink, new BadgeRequest.Hello(features, rid))
                : new Malformed(
                        new BadgeMessage.GeneralError(
                                ErrorCode.SCHEMA_INVALID, fields.problems(), rid));
    }

    private static OptionalInt version(FieldReader fields) {
        JsonNode version = fields.optional("version");
        if (FieldReader.isAbsent(version)) {
            return OptionalInt.empty();
        }
        if (!version.isIntegralNumber()) {
            fields.wrong("version must be integer");
            return OptionalInt.empty();
        }
        boolean exists =
                version.canConvertToInt()
                        && version.intValue() >= 1
                        && version.intValue() <= VERSION_MAX;
        return exists ? OptionalInt.of(version.intValue()) : OptionalInt.empty();
    }

    private static ClientFeatures features(FieldReader fields) {
        JsonNode features = fields.optionalObject("features");
        boolean mcp = flag(fields, features, "mcp");
        Manners peer = new Manners(flag(fields, features, "peer_ack"), window(fields, features));
        return new ClientFeatures(mcp, peer, flag(fields, features, "receipts"));
    }

    /// PEER-7: of a number that is not allowed the nearest counts.
    private static int window(FieldReader fields, JsonNode features) {
        JsonNode window = features.path("peer_window");
        if (FieldReader.isAbsent(window)) {
            return Manners.WINDOW_USUAL;
        }
        if (!window.isIntegralNumber()) {
            fields.wrong(
                    "features.peer_window must be integer %d..%d"
                            .formatted(Manners.WINDOW_MIN, Manners.WINDOW_MAX));
        }
        return (int) Math.clamp(window.doubleValue(), Manners.WINDOW_MIN, Manners.WINDOW_MAX);
    }

    private static boolean flag(FieldReader fields, JsonNode features, String name) {
        JsonNode flag = features.path(name);
        if (!FieldReader.isAbsent(flag) && !flag.isBoolean()) {
            fields.wrong("features." + name + " must be boolean");
        }
        return flag.booleanValue();
    }
}
