package dev.supie.adapter.in.badge.codec;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.meeting.SnippetInput;

import java.util.List;
import java.util.Optional;

/// MTG-2, MTG-6.
final class MeetingDecoder implements FrameDecoder {

    static final String TYPE = "meeting";

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        Optional<MeetingPhase> phase = fields.choice("phase", MeetingPhase.class);
        if (phase.isEmpty()) {
            return malformed("", fields, rid);
        }
        return switch (phase.get()) {
            case SNIPPET -> snippets(fields, rid);
            case FINALIZE -> finalizing(fields, rid);
        };
    }

    private static InboundFrame snippets(FieldReader fields, Rid rid) {
        List<SnippetInput> items = SnippetItems.read(fields);
        return fields.isSound()
                ? new RequestFrame(new BadgeRequest.AddSnippets(items, rid))
                : malformed(Words.of(MeetingPhase.SNIPPET), fields, rid);
    }

    private static InboundFrame finalizing(FieldReader fields, Rid rid) {
        return fields.isSound()
                ? new RequestFrame(new BadgeRequest.FinalizeMeeting(rid))
                : malformed(Words.of(MeetingPhase.FINALIZE), fields, rid);
    }

    private static Malformed malformed(String phase, FieldReader fields, Rid rid) {
        return new Malformed(
                new BadgeMessage.FeatureError(
                        TYPE, phase, ErrorCode.SCHEMA_INVALID, fields.problems(), rid));
    }
}
