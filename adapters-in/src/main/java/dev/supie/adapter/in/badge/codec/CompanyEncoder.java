package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.BadgeMessage.Caption;
import dev.supie.application.connection.port.BadgeMessage.CompanyPush;
import dev.supie.application.connection.port.BadgeMessage.JoinLimited;
import dev.supie.application.connection.port.BadgeMessage.Member;
import dev.supie.domain.connection.ModeAction;

/// What badges in one meeting are told of each other, in its wire form.
final class CompanyEncoder {

    private CompanyEncoder() {}

    /// More about a change of mode.
    static void put(ObjectNode message, Attending attending) {
        switch (attending.role()) {
            case OWNER -> {}
            case GUEST -> message.put("joined", true);
            case LEFT -> message.put("left", true);
        }
        attending.meeting().ifPresent(meeting -> message.put("meetingId", meeting.value()));
        attending.code().ifPresent(code -> message.put("joinCode", code.digits()));
    }

    static ObjectNode members(CompanyPush push) {
        ObjectNode message =
                MessageEncoder.typed(MeetingDecoder.TYPE)
                        .put("phase", "members")
                        .put("sessionId", push.meeting().value());
        ArrayNode members = message.putArray("members");
        for (Member member : push.members()) {
            ObjectNode one = members.addObject().put("id", member.device().value());
            member.name().ifPresent(name -> one.put("name", name));
            one.put("role", Words.of(member.role())).put("here", member.here());
        }
        return message;
    }

    /// Like the transcription of one's own words (LIS-4), with who has said it.
    static ObjectNode caption(Caption caption) {
        ObjectNode message =
                MessageEncoder.typed("audio")
                        .put("event", "transcription")
                        .put("text", caption.said().text())
                        .put("ts", caption.said().at().toEpochMilli())
                        .put("speakerId", caption.said().speaker());
        caption.name().ifPresent(name -> message.put("speaker", name));
        return message.put("meetingId", caption.meeting().value())
                .put("session_id", caption.session().value());
    }

    static ObjectNode limited(JoinLimited limited) {
        ObjectNode message =
                MessageEncoder.typed(ModeDecoder.TYPE)
                        .put("status", "error")
                        .put("code", "RATE_LIMITED")
                        .put("message", limited.message())
                        .put("state", Words.of(ModeAction.START))
                        .put("retryAfterMs", limited.retryAfter().toMillis());
        return MessageEncoder.marked(message, limited.rid());
    }
}
