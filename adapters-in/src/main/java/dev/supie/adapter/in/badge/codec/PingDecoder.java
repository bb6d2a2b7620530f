package dev.supie.adapter.in.badge.codec;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.PingFrame;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;

/// MSG-8.
final class PingDecoder implements FrameDecoder {

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        return fields.isSound()
                ? new PingFrame(rid)
                : new Malformed(
                        new BadgeMessage.GeneralError(
                                ErrorCode.SCHEMA_INVALID, fields.problems(), rid));
    }
}
