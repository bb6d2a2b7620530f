package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.badge.TrafficTally.Audio;
import dev.supie.adapter.in.badge.TrafficTally.Received;
import dev.supie.adapter.in.badge.TrafficTally.Result;
import dev.supie.adapter.in.websocket.MessageKind;
import dev.supie.adapter.in.websocket.WebSocketEnd;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// OBS-1: messages by type and result, and what is dropped, by reason.
class TrafficTallyTest {

    private final ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);
    private final TrafficTally traffic = rig.links.traffic();

    @Test
    void messagesAreCountedByTypeAndByWhatBecameOfThem() {
        rig.say("{'type':'ping'}");
        rig.say("{'type':'mode','state':'start','mode':'meeting'}");
        rig.say("{'type':'mode','state':'start','mode':'meeting'}");
        rig.say("{'type':'abort'}");
        rig.say("{'type':'goodbye'}");
        rig.say("{'type':'mode','state':'fly'}");
        rig.say("{'type':'somebody wrote this'}");
        rig.say("not JSON");
        rig.say("[".repeat(40));
        rig.badge.onTooLarge(MessageKind.TEXT, 16);

        assertEquals(
                Map.of(
                        new Received("ping", Result.TAKEN), 1L,
                        new Received("mode", Result.TAKEN), 2L,
                        new Received("abort", Result.TAKEN), 1L,
                        new Received("unheeded", Result.TAKEN), 1L,
                        new Received("mode", Result.INVALID), 1L,
                        new Received("unreadable", Result.INVALID), 2L,
                        new Received("unreadable", Result.TOO_LARGE), 1L,
                        new Received("unread", Result.TOO_LARGE), 1L),
                traffic.received());
    }

    @Test
    void packetsAreCountedByWhatBecameOfThem() {
        rig.badge.onBinary(new byte[] {1, 2, 3});

        assertEquals(Map.of(Audio.WHOLE, 1L), traffic.packets());
    }

    @Test
    void whatIsSentIsCountedAndErrorsByTheirCode() {
        BadgeMessage error = new BadgeMessage.GeneralError(ErrorCode.BUSY, "try again", Rid.NONE);
        SessionId nobody = new SessionId("nobody");
        long before = traffic.sent().getOrDefault(true, 0L);

        rig.links.send(rig.session, error);
        rig.links.prepared(error).sendTo(rig.session);
        rig.links.send(nobody, error);

        assertEquals(before + 2, traffic.sent().get(true));
        assertEquals(1, traffic.sent().get(false));
        assertEquals(Map.of(ErrorCode.BUSY, 3L), traffic.errors());
    }

    @Test
    void connectionsAreCountedByWhatEndedThem() {
        rig.badge.onClosed(ConnectionRig.DROPPED);

        assertEquals(1, traffic.connectionsOpened());
        assertEquals(Map.of(WebSocketEnd.Cause.DROPPED, 1L), traffic.connectionsEnded());
    }
}
