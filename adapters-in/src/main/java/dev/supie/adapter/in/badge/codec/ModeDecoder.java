package dev.supie.adapter.in.badge.codec;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.WithOthers;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;

import java.util.Optional;

/// MODE-1.
final class ModeDecoder implements FrameDecoder {

    static final String TYPE = "mode";

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        Optional<ModeAction> action = fields.choice("state", ModeAction.class);
        Optional<Mode> mode = fields.choice("mode", Mode.class);
        WithOthers company = CompanyFields.read(fields, action, mode);
        if (!fields.isSound()) {
            String state = action.map(Words::of).orElse("");
            return new Malformed(
                    new BadgeMessage.FeatureError(
                            TYPE, state, ErrorCode.SCHEMA_INVALID, fields.problems(), rid));
        }
        return new RequestFrame(
                new BadgeRequest.SwitchMode(
                        action.orElseThrow(), mode.orElseThrow(), company, rid));
    }
}
