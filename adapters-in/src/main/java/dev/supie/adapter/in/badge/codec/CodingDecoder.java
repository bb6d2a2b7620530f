package dev.supie.adapter.in.badge.codec;

import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BuildEvent;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.LogLevel;

import java.util.Optional;

/// COD-1. A level that is not known counts as an ordinary one, because every tool has words of its
/// own, and what it says of the build is in the text.
final class CodingDecoder implements FrameDecoder {

    static final String TYPE = "coding";

    @Override
    public InboundFrame decode(FieldReader fields) {
        Rid rid = fields.rid();
        Optional<BuildEvent> event = fields.choice("event", BuildEvent.class);
        String name = fields.optionalText("name");
        String text = fields.optionalText("text");
        String level = fields.optionalText("level");
        boolean demo = fields.optionalFlag("demo");
        event.ifPresent(known -> check(known, fields));
        if (!fields.isSound()) {
            return malformed(event.map(Words::of).orElse(""), fields, rid);
        }
        CodingCommand.Told told =
                switch (event.orElseThrow()) {
                    case START -> new CodingCommand.Start(demo);
                    case STOP -> new CodingCommand.Stop();
                    case CLEAR -> new CodingCommand.Clear();
                    case PHASE -> new CodingCommand.Phase(name, text);
                    case STEP -> new CodingCommand.Step(name, text);
                    case LOG -> new CodingCommand.Log(LogLevel.of(level), text);
                };
        return new RequestFrame(new BadgeRequest.AboutCoding(told, rid));
    }

    private static void check(BuildEvent event, FieldReader fields) {
        switch (event) {
            case LOG -> fields.required("text");
            case PHASE, STEP -> {
                if (FieldReader.isAbsent(fields.optional("name"))
                        && FieldReader.isAbsent(fields.optional("text"))) {
                    fields.required("name");
                }
            }
            case START, STOP, CLEAR -> {}
        }
    }

    private static Malformed malformed(String event, FieldReader fields, Rid rid) {
        return new Malformed(
                new BadgeMessage.FeatureError(
                        TYPE, event, ErrorCode.SCHEMA_INVALID, fields.problems(), rid));
    }
}
