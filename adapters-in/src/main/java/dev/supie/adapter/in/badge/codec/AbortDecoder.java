package dev.supie.adapter.in.badge.codec;

import dev.supie.application.connection.BadgeRequest;

/// LIS-7: for whatever reason.
final class AbortDecoder implements FrameDecoder {

    @Override
    public InboundFrame decode(FieldReader fields) {
        return new InboundFrame.RequestFrame(new BadgeRequest.Abort());
    }
}
