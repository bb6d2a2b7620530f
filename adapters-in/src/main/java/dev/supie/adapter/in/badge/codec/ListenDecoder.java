package dev.supie.adapter.in.badge.codec;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.listening.ListenMode;

import java.util.Optional;

/// LIS-1. A start that says no mode is automatic, as stock firmware's is by default; text that was
/// typed comes as `detect` or as `text`.
final class ListenDecoder implements FrameDecoder {

    static final String TYPE = "listen";

    /// The words of the wire.
    enum State {
        START,
        STOP,
        DETECT,
        TEXT
    }

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        Optional<State> state = fields.choice("state", State.class);
        Optional<BadgeRequest> request = state.map(found -> request(found, fields, rid));
        if (!fields.isSound()) {
            return new Malformed(
                    new BadgeMessage.FeatureError(
                            TYPE,
                            state.map(Words::of).orElse(""),
                            ErrorCode.SCHEMA_INVALID,
                            fields.problems(),
                            rid));
        }
        return new RequestFrame(request.orElseThrow());
    }

    private static BadgeRequest request(State state, FieldReader fields, Rid rid) {
        return switch (state) {
            case START ->
                    new BadgeRequest.StartListening(
                            fields.optionalChoice("mode", ListenMode.class).orElse(ListenMode.AUTO),
                            rid);
            case STOP -> new BadgeRequest.StopListening(rid);
            case DETECT, TEXT -> new BadgeRequest.Detected(fields.optionalText("text"), rid);
        };
    }
}
