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
            new WebSocketSession(
                    LIMITS,
                    new HeldShare(new HeldBytes(Long.MAX_VALUE)),
                    time.timers(),
                    transport,
                    threads);

    @Nested
    class ClosedByTheServer {

        @Test
        void waitsForThePeersAnswer() {
            session.close(4001, "x");
            threads.runAll();
            assertEquals(List.of("8803" + "0fa1" + "78"), transport.written());
            assertFalse(transport.isClosed());
            session.peerClosed(new Inbound.Close(4001, ""));
            assertTrue(transport.isClosed());
            assertEquals(new WebSocketEnd(Cause.CLOSED_BY_SERVER, 4001, "x"), session.finish());
        }

        /// T31: stock firmware sends no Close frame back and keeps TCP open.
        @Test
        void closesTcpOnAPeerThatDoesNotAnswer() {
            session.close(1000, "");
            threads.runAll();
            time.advance(LIMITS.closeAnswerMax().minus(TICK));
            threads.runAll();
            assertFalse(transport.isClosed());
            time.advance(TICK);
            threads.runAll();
            assertTrue(transport.isClosed());
        }

        /// Under TLS even closing can wait for the peer.
        @Test
        void cutsAPeerOnWhichTcpCannotBeClosed() {
            session.close(1000, "");
            threads.runAll();
            time.advance(LIMITS.closeAnswerMax());
            threads.runAll();
            time.advance(LIMITS.writeMax().minus(TICK));
            threads.runAll();
            assertFalse(transport.isCut());
            time.advance(TICK);
            threads.runAll();
            assertTrue(transport.isCut());
        }

        @Test
        void cutsAPeerThatDoesNotEvenTakeTheCloseFrame() {
            session.close(1000, "");
            time.advance(LIMITS.writeMax());
            threads.runAll();
            assertTrue(transport.isCut());
            assertEquals(List.of(), transport.written());
        }

        @Test
        void endsWhenThePeersCloseCrossedOurs() {
            session.close(1000, "");
            session.peerClosed(new Inbound.Close(1001, ""));
            assertFalse(transport.isClosed());
            threads.runAll();
            assertTrue(transport.isClosed());
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
            assertTrue(transport.isClosed());
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
            assertFalse(transport.isClosed());
            session.peerClosed(new Inbound.Close(CloseCodes.NO_CODE, ""));
            assertTrue(transport.isClosed());
            assertEquals(new WebSocketEnd(Cause.PROTOCOL_VIOLATION, 1002, "why"), session.finish());
        }

        @Test
        void isCutAtOnceIfTheCloseFrameItselfWasBroken() {
            session.peerViolated(new Inbound.Violation(1007, "why", true));
            threads.runAll();
            assertTrue(transport.isClosed());
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
            threads.runAll();
            assertEquals(Cause.CLOSED_BY_SERVER, session.finish().cause());
        }

        /// A peer may end its side of TCP right behind its Close frame and still wait for ours.
        @Test
        void stillGetsACloseFrameThatWaits() throws InterruptedException {
            session.peerClosed(new Inbound.Close(1000, ""));
            Thread reading = Thread.ofVirtual().start(session::finish);
            assertFalse(reading.join(Duration.ofMillis(50)));
            threads.runAll();
            assertTrue(reading.join(Duration.ofSeconds(10)));
            assertEquals(List.of("880203e8"), transport.written());
        }

        @Test
        void doesNotWaitForACloseFrameLongerThanAWriteMayTake() throws InterruptedException {
            session.close(1000, "");
            Thread reading = Thread.ofVirtual().start(session::finish);
            assertFalse(reading.join(Duration.ofMillis(50)));
            time.advance(LIMITS.writeMax());
            assertTrue(reading.join(Duration.ofSeconds(10)));
        }

        @Test
        void doesNotWaitWhenTheServerStops() throws InterruptedException {
            session.close(1000, "");
            Thread reading = Thread.ofVirtual().start(session::finish);
            reading.interrupt();
            assertTrue(reading.join(Duration.ofSeconds(10)));
        }

        @Test
        void closesTheSocketWhenAWriteFails() {
            transport.breakDown();
            session.send(OutboundMessage.text("a"));
            threads.runAll();
            assertTrue(transport.isClosed());
            assertEquals(Cause.DROPPED, session.finish().cause());
        }

        @Test
        void isCutWhenAWriteIsOverdue() {
            transport.duringWrite(() -> time.advance(LIMITS.writeMax()));
            session.send(OutboundMessage.text("a"));
            threads.runAll();
            assertTrue(transport.isCut());
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
