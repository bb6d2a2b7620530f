package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.websocket.WebSocketEnd.Cause;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class WebSocketSessionTest {

    private static final Duration TICK = Duration.ofMillis(1);
    private static final OutboundLimits LIMITS = OutboundLimits.standard();

    private final ManualTime time = new ManualTime();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final ScriptedThreads threads = new ScriptedThreads();
    private final WebSocketSession session =
            new WebSocketSession(LIMITS, time.timers(), transport, threads);

    @Nested
    class ClosedByTheServer {

        @Test
        void waitsForThePeersAnswer() {
            session.close(4001, "x");
            threads.runAll();
            assertEquals(List.of("8803" + "0fa1" + "78"), transport.written());
            assertEquals(0, transport.timesClosed());
            session.peerClosed(new Inbound.Close(4001, ""));
            assertEquals(1, transport.timesClosed());
            assertEquals(new WebSocketEnd(Cause.CLOSED_BY_SERVER, 4001, "x"), session.finish());
        }

        /// T31: stock firmware sends no Close frame back and keeps TCP open.
        @Test
        void cutsAPeerThatDoesNotAnswer() {
            session.close(1000, "");
            threads.runAll();
            time.advance(LIMITS.closeAnswerMax().minus(TICK));
            threads.runAll();
            assertEquals(0, transport.timesClosed());
            time.advance(TICK);
            threads.runAll();
            assertEquals(1, transport.timesClosed());
        }

        @Test
        void cutsAPeerThatDoesNotEvenTakeTheCloseFrame() {
            session.close(1000, "");
            time.advance(LIMITS.writeMax());
            threads.runAll();
            assertEquals(1, transport.timesClosed());
            assertEquals(List.of(), transport.written());
        }

        @Test
        void endsWhenThePeersCloseCrossedOurs() {
            session.close(1000, "");
            session.peerClosed(new Inbound.Close(1001, ""));
            assertEquals(0, transport.timesClosed());
            threads.runAll();
            assertEquals(1, transport.timesClosed());
            assertEquals(Cause.CLOSED_BY_SERVER, session.finish().cause());
        }

        @Test
        void happensOnce() {
            session.close(1000, "first");
            session.close(1001, "second");
            threads.runAll();
            assertEquals(1, transport.written().size());
            assertEquals("first", session.finish().reason());
        }

        @Test
        void refusesCodesThatMayNotBeSent() {
            assertThrows(IllegalArgumentException.class, () -> session.close(1005, ""));
            assertThrows(IllegalArgumentException.class, () -> session.close(5000, ""));
            assertFalse(session.isEnding());
        }
    }

    @Nested
    class ClosedByThePeer {

        @Test
        void isAnsweredWithTheSameCodeAndCut() {
            session.peerClosed(new Inbound.Close(1001, "bye"));
            assertTrue(session.isEnding());
            threads.runAll();
            assertEquals(List.of("8805" + "03e9" + "627965"), transport.written());
            assertEquals(1, transport.timesClosed());
            assertEquals(new WebSocketEnd(Cause.CLOSED_BY_PEER, 1001, "bye"), session.finish());
        }

        @Test
        void isAnsweredWithoutACodeIfItHadNone() {
            session.peerClosed(new Inbound.Close(CloseCodes.NO_CODE, ""));
            threads.runAll();
            assertEquals(List.of("8800"), transport.written());
        }

        @Test
        void stillGetsWhatWasAcceptedBefore() {
            session.send(OutboundMessage.text("a"));
            session.peerClosed(new Inbound.Close(1000, ""));
            assertEquals(SendResult.CLOSED, session.send(OutboundMessage.text("b")));
            threads.runAll();
            assertEquals(List.of("810161" + "880203e8"), transport.written());
        }
    }

    @Nested
    class Violated {

        @Test
        void waitsForThePeersCloseLikeAnyOther() {
            session.peerViolated(new Inbound.Violation(1002, "why", false));
            threads.runAll();
            assertEquals(0, transport.timesClosed());
            session.peerClosed(new Inbound.Close(CloseCodes.NO_CODE, ""));
            assertEquals(1, transport.timesClosed());
            assertEquals(new WebSocketEnd(Cause.PROTOCOL_VIOLATION, 1002, "why"), session.finish());
        }

        @Test
        void isCutAtOnceIfTheCloseFrameItselfWasBroken() {
            session.peerViolated(new Inbound.Violation(1007, "why", true));
            threads.runAll();
            assertEquals(1, transport.timesClosed());
        }
    }

    @Nested
    class TooSlow {

        @Test
        void isToldSoAheadOfEverythingThatWaits() {
            OutboundMessage message = OutboundMessage.text("a");
            while (session.send(message) == SendResult.ACCEPTED) {
                assertFalse(session.isEnding());
            }
            time.advance(LIMITS.fullMax());
            threads.runAll();
            assertEquals(List.of("880a" + "0fa8" + "746f6f20736c6f77"), transport.written());
            assertEquals(
                    new WebSocketEnd(Cause.TOO_SLOW, CloseCodes.TOO_SLOW, "too slow"),
                    session.finish());
        }
    }

    @Nested
    class Lost {

        @Test
        void hasNoCloseCode() {
            assertEquals(
                    new WebSocketEnd(Cause.DROPPED, CloseCodes.NO_CLOSE_FRAME, "connection lost"),
                    session.finish());
        }

        @Test
        void keepsTheFirstCause() {
            session.close(4009, "idle");
            assertEquals(Cause.CLOSED_BY_SERVER, session.finish().cause());
        }

        @Test
        void closesTheSocketWhenAWriteFails() {
            transport.breakDown();
            session.send(OutboundMessage.text("a"));
            threads.runAll();
            assertEquals(1, transport.timesClosed());
            assertEquals(Cause.DROPPED, session.finish().cause());
        }

        @Test
        void isCutWhenAWriteIsOverdue() {
            transport.duringWrite(() -> time.advance(LIMITS.writeMax()));
            session.send(OutboundMessage.text("a"));
            threads.runAll();
            assertEquals(1, transport.timesClosed());
            assertEquals(Cause.WRITE_OVERDUE, session.finish().cause());
        }
    }

    @Test
    void leavesNothingBehind() {
        while (session.send(OutboundMessage.text("a")) == SendResult.ACCEPTED) {
            assertFalse(session.isEnding());
        }
        session.close(1000, "");
        threads.runAll();
        session.finish();
        assertEquals(0, time.alarmsSet());
        assertEquals(0, threads.waiting());
        assertEquals(SendResult.CLOSED, session.send(OutboundMessage.text("b")));
        assertEquals(SendResult.CLOSED, session.ping(new byte[0]));
    }

    @Test
    void aPingMustFitAControlFrame() {
        assertEquals(SendResult.ACCEPTED, session.ping(new byte[125]));
        assertThrows(IllegalArgumentException.class, () -> session.ping(new byte[126]));
    }
}
