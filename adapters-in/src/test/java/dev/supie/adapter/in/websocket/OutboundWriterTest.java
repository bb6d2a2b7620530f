package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class OutboundWriterTest {

    private static final Duration WRITE_MAX = Duration.ofSeconds(5);
    private static final Duration FULL_MAX = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final OutboundLimits LIMITS =
            new OutboundLimits(2, 1024 * 1024, WRITE_MAX, FULL_MAX, Duration.ofSeconds(2));

    private final ManualTime time = new ManualTime();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final ScriptedThreads threads = new ScriptedThreads();
    private final List<String> events = new ArrayList<>();
    private final OutboundWriter writer =
            new OutboundWriter(
                    LIMITS,
                    new HeldShare(new HeldBytes(Long.MAX_VALUE)),
                    time.timers(),
                    transport,
                    threads,
                    recordingEvents());

    @Test
    void gathersWhatWaitsIntoOneWrite() {
        writer.send(OutboundMessage.text("a"));
        writer.pong("p".getBytes(UTF_8));
        writer.send(OutboundMessage.text("b"));
        threads.runAll();
        assertEquals(List.of("8a0170" + "810161" + "810162"), transport.written());
    }

    @Test
    void hasAThreadOnlyWhileThereIsSomethingToWrite() {
        assertEquals(0, threads.waiting());
        writer.send(OutboundMessage.text("a"));
        writer.send(OutboundMessage.text("b"));
        assertEquals(1, threads.waiting());
        threads.runAll();
        assertEquals(0, threads.waiting());
        assertEquals(SendResult.ACCEPTED, writer.ping(new byte[0]));
        assertEquals(1, threads.waiting());
    }

    @Test
    void writesWhatIsOfferedDuringAWrite() {
        transport.duringWrite(
                () -> {
                    transport.duringWrite(() -> {});
                    writer.send(OutboundMessage.text("b"));
                });
        writer.send(OutboundMessage.text("a"));
        threads.runAll();
        assertEquals(List.of("810161", "810162"), transport.written());
    }

    @Test
    void writesALongMessageInSlices() {
        writer.send(OutboundMessage.binary(new byte[OutboundQueue.BATCH_BYTES]));
        threads.runAll();
        assertEquals(
                List.of(OutboundQueue.BATCH_BYTES, 10),
                transport.written().stream().map(hex -> hex.length() / 2).toList());
    }

    @Nested
    class WhenWritten {

        @Test
        void isToldAfterTheWriteInOrder() {
            transport.duringWrite(() -> assertEquals(List.of(), events));
            writer.send(OutboundMessage.text("a").whenWritten(() -> events.add("a written")));
            writer.send(OutboundMessage.text("b").whenWritten(() -> events.add("b written")));
            assertEquals(List.of(), events);
            threads.runAll();
            assertEquals(List.of("a written", "b written"), events);
        }

        @Test
        void isNotToldIfTheWriteFailed() {
            transport.breakDown();
            writer.send(OutboundMessage.text("a").whenWritten(() -> events.add("a written")));
            threads.runAll();
            assertEquals(List.of("write failed"), events);
        }

        @Test
        void mayFailWithoutHarmToTheNext() {
            writer.send(OutboundMessage.text("a").whenWritten(() -> failOnPurpose()));
            writer.send(OutboundMessage.text("b").whenWritten(() -> events.add("b written")));
            threads.runAll();
            assertEquals(List.of("b written"), events);
        }

        private void failOnPurpose() {
            throw new IllegalStateException("thrown by the test");
        }
    }

    @Nested
    class WriteDeadline {

        @Test
        void isReportedAtTheLimit() {
            transport.duringWrite(
                    () -> {
                        time.advance(WRITE_MAX.minus(TICK));
                        assertEquals(List.of(), events);
                        time.advance(TICK);
                    });
            writer.send(OutboundMessage.text("a"));
            threads.runAll();
            assertEquals(List.of("write overdue"), events);
        }

        @Test
        void countsEveryWriteByItself() {
            transport.duringWrite(() -> time.advance(WRITE_MAX.minus(TICK)));
            for (int count = 0; count < 3; count++) {
                writer.send(OutboundMessage.text("a"));
                threads.runAll();
            }
            time.advance(WRITE_MAX);
            assertEquals(List.of(), events);
        }

        @Test
        void doesNotCountWaiting() {
            writer.send(OutboundMessage.text("a"));
            time.advance(WRITE_MAX.multipliedBy(2));
            threads.runAll();
            assertEquals(List.of(), events);
        }
    }

    @Nested
    class FullQueue {

        @Test
        void isReportedWhenItStaysFullForTheLimit() {
            fill();
            time.advance(FULL_MAX.minus(TICK));
            assertEquals(List.of(), events);
            time.advance(TICK);
            assertEquals(List.of("full for too long"), events);
        }

        @Test
        void isForgivenWhenItDrainsInTime() {
            fill();
            time.advance(FULL_MAX.minus(TICK));
            threads.runAll();
            time.advance(FULL_MAX);
            assertEquals(List.of(), events);
        }

        @Test
        void isNotReportedWhenTheConnectionIsClosing() {
            fill();
            writer.close(new byte[0]);
            time.advance(FULL_MAX);
            assertEquals(List.of(), events);
        }

        private void fill() {
            assertEquals(SendResult.ACCEPTED, writer.send(OutboundMessage.text("a")));
            assertEquals(SendResult.ACCEPTED, writer.send(OutboundMessage.text("b")));
            assertEquals(SendResult.FULL, writer.send(OutboundMessage.text("c")));
        }
    }

    @Nested
    class Closing {

        @Test
        void isToldWhenTheCloseFrameIsWritten() {
            writer.send(OutboundMessage.text("a"));
            writer.close(new byte[0]);
            assertEquals(SendResult.CLOSED, writer.send(OutboundMessage.text("b")));
            threads.runAll();
            assertEquals(List.of("810161" + "8800"), transport.written());
            assertEquals(List.of("close written"), events);
        }

        @Test
        void canGiveUpTheMessages() {
            writer.send(OutboundMessage.text("a"));
            writer.closeAtOnce(new byte[0]);
            threads.runAll();
            assertEquals(List.of("8800"), transport.written());
        }

        /// MSG-7, MSG-8: what is offered at that moment must not come after a gap.
        @RepeatedTest(200)
        void leavesNoGapForWhatIsOfferedMeanwhile() {
            for (int i = 0; i < LIMITS.messagesMax(); i++) {
                writer.send(OutboundMessage.text("given up"));
            }
            Thread sending = Thread.ofPlatform().start(this::sendUntilClosed);
            writer.closeAtOnce(new byte[0]);
            joined(sending);
            threads.runAll();
            assertEquals(List.of("8800"), transport.written());
        }

        private void sendUntilClosed() {
            SendResult result = SendResult.FULL;
            while (result != SendResult.CLOSED) {
                result = writer.send(OutboundMessage.text("after the gap"));
            }
        }

        private static void joined(Thread thread) {
            assertDoesNotThrow(() -> assertTrue(thread.join(Duration.ofSeconds(10))));
        }
    }

    @Nested
    class Stopping {

        @Test
        void writesNothingMore() {
            writer.send(OutboundMessage.text("a").whenWritten(() -> events.add("a written")));
            writer.stop();
            assertEquals(SendResult.CLOSED, writer.send(OutboundMessage.text("b")));
            writer.close(new byte[0]);
            threads.runAll();
            assertEquals(List.of(), transport.written());
            assertEquals(List.of(), events);
        }

        @Test
        void leavesNoAlarm() {
            writer.send(OutboundMessage.text("a"));
            writer.send(OutboundMessage.text("b"));
            writer.send(OutboundMessage.text("c"));
            threads.runAll();
            writer.stop();
            assertEquals(0, time.alarmsSet());
        }

        @Test
        void endsWithTheWriteThatIsUnderWay() {
            transport.duringWrite(writer::stop);
            writer.send(OutboundMessage.binary(new byte[OutboundQueue.BATCH_BYTES]));
            writer.send(OutboundMessage.text("never"));
            threads.runAll();
            assertEquals(1, transport.written().size());
        }
    }

    private OutboundWriter.Events recordingEvents() {
        return new OutboundWriter.Events() {

            @Override
            public void closeWritten() {
                events.add("close written");
            }

            @Override
            public void writeOverdue() {
                events.add("write overdue");
            }

            @Override
            public void fullForTooLong() {
                events.add("full for too long");
            }

            @Override
            public void writeFailed() {
                events.add("write failed");
            }
        };
    }
}
