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

import java.time.Duration;
import java.util.List;
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
    void theWaitForAnAnswerIsCountedByItsLength() {
        rig.core.whileHandling(() -> rig.time.advance(Duration.ofMillis(2)));
        rig.say("{'type':'mode','state':'start','mode':'meeting'}");
        rig.core.whileHandling(() -> rig.time.advance(Duration.ofSeconds(11)));
        rig.say("{'type':'hello'}");

        AnswerTimes.Count count = traffic.answers();

        assertEquals(2, count.all());
        assertEquals(Duration.ofMillis(11_002), count.summed());
        assertEquals(List.of(0L, 0L, 1L, 1L), count.upTo().subList(0, 4));
        assertEquals(1, count.upTo().getLast());
        assertEquals(AnswerTimes.BOUNDS.size(), count.upTo().size());
    }

    /// Each bound is in its own class: a longer wait by the least that there is belongs to the
    /// next.
    @Test
    void aBoundBelongsToTheClassThatItEnds() {
        AnswerTimes times = new AnswerTimes();
        for (Duration bound : AnswerTimes.BOUNDS) {
            times.add(bound);
            times.add(bound.plusNanos(1));
        }

        List<Long> upTo = times.count().upTo();

        for (int place = 0; place < upTo.size(); place++) {
            assertEquals(2L * place + 1, upTo.get(place));
        }
        assertEquals(2L * upTo.size(), times.count().all());
    }

    /// What has no answer, or a later one, would make everything look fast.
    @Test
    void whatIsAnsweredLaterIsNotCounted() {
        rig.say("{'type':'ping'}");
        rig.say("{'type':'abort'}");
        rig.say("{'type':'listen','state':'detect','text':'hello'}");
        rig.say("{'type':'peer','event':'ack','upTo':1}");

        assertEquals(0, traffic.answers().all());
    }

    @Test
    void connectionsAreCountedByWhatEndedThem() {
        rig.badge.onClosed(ConnectionRig.DROPPED);

        assertEquals(1, traffic.connectionsOpened());
        assertEquals(Map.of(WebSocketEnd.Cause.DROPPED, 1L), traffic.connectionsEnded());
    }
}
