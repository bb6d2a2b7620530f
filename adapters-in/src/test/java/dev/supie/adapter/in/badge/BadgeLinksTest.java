package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.websocket.OutboundMessage;
import dev.supie.adapter.in.websocket.SendResult;
import dev.supie.adapter.in.websocket.SentBinary;
import dev.supie.adapter.in.websocket.SentText;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeLink.Delivery;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.connection.CloseCode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.server.MachineUse;
import dev.supie.domain.server.ServerStats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the core is promised of the way to a badge.
class BadgeLinksTest {

    private static final SessionId SESSION = new SessionId("s-1");
    private static final SessionId STRANGER = new SessionId("s-2");
    private static final BadgeMessage PONG = new BadgeMessage.Pong(Rid.NONE);

    private static final byte[] PACKET = {(byte) 0xf8, (byte) 0xff, (byte) 0xfe};

    private static final ServerStats STATS =
            ServerStats.of(TestTime.START, List.of(), new MachineUse(0, 0, 0, 0));

    private final TestTime time = new TestTime();
    private final BadgeLinks links = new BadgeLinks(time);
    private final RecordingSocket socket = new RecordingSocket();

    BadgeLinksTest() {
        links.opened(SESSION, socket, BinaryFraming.BARE);
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, QUEUED", "COALESCED, QUEUED", "FULL, REFUSED", "CLOSED, REFUSED"})
    void saysWhatBecameOfAMessage(SendResult result, Delivery delivery) {
        socket.answer(result);
        assertEquals(delivery, links.send(SESSION, PONG));
    }

    @Test
    void sendsTheMessageAsText() {
        assertEquals(Delivery.QUEUED, links.send(SESSION, PONG));
        assertEquals(List.of("{\"type\":\"pong\"}"), socket.texts());
    }

    @Test
    void aSessionThatIsNotThereIsRefusedAndDisturbsNobody() {
        assertEquals(Delivery.REFUSED, links.send(STRANGER, PONG));
        links.ping(STRANGER);
        links.close(STRANGER, CloseCode.NORMAL);
        links.abort(STRANGER);
        assertEquals(Instant.EPOCH, links.lastSentAt(STRANGER, Instant.EPOCH));
        assertEquals(Delivery.REFUSED, links.sendAudio(STRANGER, PACKET, Duration.ZERO, () -> {}));
        assertEquals(List.of(), socket.controls());
    }

    @ParameterizedTest
    @CsvSource({
        "BARE, f8fffe",
        "STAMPED, 000200000000000000003a9800000003f8fffe",
        "SHORT, 00000003f8fffe"
    })
    void t18APacketIsWrappedAsTheBadgeHasChosen(BinaryFraming framing, String frame) {
        links.framed(SESSION, framing);
        Duration position = Duration.ofSeconds(15);
        assertEquals(Delivery.QUEUED, links.sendAudio(SESSION, PACKET, position, () -> {}));
        assertEquals(List.of(frame), socket.messages().stream().map(SentBinary::hex).toList());
    }

    @Test
    void aPacketCountsAsSentOnceItIsWritten() {
        List<String> written = new ArrayList<>();
        links.sendAudio(SESSION, PACKET, Duration.ZERO, () -> written.add("written"));
        assertEquals(List.of(), written);
        time.advance(Duration.ofSeconds(3));
        socket.messages().forEach(SentText::written);
        assertEquals(List.of("written"), written);
        assertEquals(TestTime.START.plusSeconds(3), links.lastSentAt(SESSION, Instant.EPOCH));
    }

    @Test
    void lastSentIsWhenItWasWrittenNotWhenItWasQueued() {
        links.send(SESSION, PONG);
        assertEquals(Instant.EPOCH, links.lastSentAt(SESSION, Instant.EPOCH));
        time.advance(Duration.ofSeconds(3));
        socket.messages().forEach(SentText::written);
        time.advance(Duration.ofSeconds(4));
        assertEquals(TestTime.START.plusSeconds(3), links.lastSentAt(SESSION, Instant.EPOCH));
    }

    @Test
    void aPingIsNoTextAndDoesNotCountAsSent() {
        links.ping(SESSION);
        assertEquals(List.of("ping 0"), socket.controls());
        assertEquals(Instant.EPOCH, links.lastSentAt(SESSION, Instant.EPOCH));
    }

    @Test
    void whenWrittenRunsOnceTheBytesAreWritten() {
        List<Instant> written = new ArrayList<>();
        links.send(SESSION, PONG, () -> written.add(links.lastSentAt(SESSION, Instant.EPOCH)));
        assertEquals(List.of(), written);
        socket.messages().forEach(SentText::written);
        assertEquals(List.of(TestTime.START), written);
    }

    @Test
    void msg7OnlyTranscriptsOfOneMeetingReplaceEachOther() {
        var first = new MeetingId("m-1");
        var second = new MeetingId("m-2");
        links.send(SESSION, new BadgeMessage.TranscriptPush(first, List.of(), 1));
        links.send(SESSION, new BadgeMessage.TranscriptPush(first, List.of(), 2));
        links.send(SESSION, new BadgeMessage.TranscriptPush(second, List.of(), 1));
        // Whoever is shown a meeting may be in it too (MTG-10).
        links.send(
                SESSION,
                new BadgeMessage.ShownTranscript(
                        new DeviceId("aa:01"),
                        new BadgeMessage.TranscriptPush(first, List.of(), 3)));
        links.send(SESSION, PONG);
        List<String> keys =
                socket.messages().stream()
                        .map((OutboundMessage m) -> SentText.coalesceKey(m))
                        .toList();
        assertEquals(
                List.of("transcript m-1", "transcript m-1", "transcript m-2", "shown m-1", ""),
                keys);
    }

    @Test
    void msg7StatisticsReplaceEachOtherUnlessTheyAnswerARequest() {
        links.send(SESSION, new BadgeMessage.StatsPush(STATS, Rid.NONE));
        links.send(SESSION, new BadgeMessage.StatsPush(STATS, new Rid("r1")));

        assertEquals(
                List.of("stats", ""),
                socket.messages().stream().map(message -> SentText.coalesceKey(message)).toList());
    }

    @Test
    void msg7ListsOfTasksReplaceEachOtherUnlessTheyAnswerARequest() {
        links.send(SESSION, new BadgeMessage.TaskList(List.of(), Rid.NONE));
        links.send(SESSION, new BadgeMessage.TaskList(List.of(), new Rid("r1")));

        assertEquals(
                List.of("tasks", ""),
                socket.messages().stream().map(message -> SentText.coalesceKey(message)).toList());
    }

    @Test
    void oneMessageForManyIsWrittenToEachOnItsOwn() {
        RecordingSocket other = new RecordingSocket();
        links.opened(STRANGER, other, BinaryFraming.BARE);
        BadgeLink.Prepared prepared = links.prepared(PONG);

        assertEquals(Delivery.QUEUED, prepared.sendTo(SESSION));
        other.answer(SendResult.FULL);
        assertEquals(Delivery.REFUSED, prepared.sendTo(STRANGER));
        assertEquals(Delivery.REFUSED, prepared.sendTo(new SessionId("nobody")));

        socket.messages().forEach(SentText::written);
        assertEquals(TestTime.START, links.lastSentAt(SESSION, Instant.EPOCH));
        assertEquals(Instant.EPOCH, links.lastSentAt(STRANGER, Instant.EPOCH));
        assertEquals(List.of("{\"type\":\"pong\"}"), socket.texts());
    }

    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void msg10ClosesWithCodeAndReason(CloseCode code) {
        links.close(SESSION, code);
        assertEquals(List.of("close " + code.code() + " " + code.reason()), socket.controls());
    }

    @Test
    void abortCutsTheSocket() {
        links.abort(SESSION);
        assertEquals(List.of("abort"), socket.controls());
    }

    @Test
    void con4NothingIsLeftAfterTheEnd() {
        for (int i = 0; i < 1_000; i++) {
            var session = new SessionId("again-" + i);
            links.opened(session, new RecordingSocket(), BinaryFraming.BARE);
            links.ended(session);
            links.ended(session);
        }
        assertEquals(1, links.size());
        links.ended(SESSION);
        assertEquals(0, links.size());
        assertEquals(Delivery.REFUSED, links.send(SESSION, PONG));
    }
}
