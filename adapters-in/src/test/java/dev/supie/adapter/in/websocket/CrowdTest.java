package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// MSG-2 and MSG-7 for all peers together: so many that each stay within their own limits cannot
/// fill the memory.
class CrowdTest {

    private static final int FREE = HeldShare.FREE_BYTES;
    private static final int ROOM = 10_000;
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final OutboundLimits LIMITS = new OutboundLimits(100, 100_000, LONG, LONG, LONG);

    private final HeldBytes held = new HeldBytes(ROOM);

    @Nested
    class Outbound {

        private final OutboundQueue behind = queue();
        private final OutboundQueue other = queue();

        @Test
        void whoIsBehindGetsNothingMore() {
            assertEquals(SendResult.ACCEPTED, behind.offer(message(FREE + ROOM)));
            assertEquals(ROOM, held.held());

            assertEquals(SendResult.FULL, behind.offer(message(10)));
            assertTrue(behind.isOverflowing());
        }

        @Test
        void whoKeepsUpNoticesNothing() {
            behind.offer(message(FREE + ROOM));

            assertEquals(SendResult.ACCEPTED, other.offer(message(FREE)));
            assertFalse(other.isOverflowing());
            assertEquals(SendResult.FULL, other.offer(message(10)));
        }

        @Test
        void oneFreePlaceIsNotCaughtUp() {
            behind.offer(message(FREE));
            OutboundBatch first = behind.take();
            behind.offer(message(ROOM));
            behind.offer(message(10));
            OutboundBatch second = behind.take();

            behind.written(first);
            assertTrue(behind.isOverflowing());

            behind.written(second);
            assertFalse(behind.isOverflowing());
            assertEquals(0, held.held());
            assertEquals(SendResult.ACCEPTED, behind.offer(message(10)));
        }

        @Test
        void aNewerStillTakesThePlaceOfAnOlder() {
            behind.offer(message(FREE + ROOM - 1000));
            OutboundMessage statistics = message(1000).replaceableBy("stats");

            assertEquals(SendResult.ACCEPTED, behind.offer(statistics));
            assertEquals(SendResult.COALESCED, behind.offer(message(1000).replaceableBy("stats")));
            assertEquals(ROOM, held.held());
        }

        @Test
        void nothingIsHeldForWhoIsGone() {
            behind.offer(message(FREE + 1000));
            OutboundBatch underWay = behind.take();
            behind.offer(message(2000));
            assertEquals(3000, held.held());

            behind.shut();
            assertEquals(0, held.held());

            behind.written(underWay);
            behind.offer(message(5000));
            assertEquals(0, held.held());
        }

        @Test
        void nothingIsHeldForWhatIsGivenUp() {
            behind.offer(message(FREE + 1000));

            behind.giveUp(FrameEncoder.frame(Opcode.CLOSE, new byte[0]));

            assertEquals(0, held.held());
        }

        @Test
        void itAlwaysAddsUp() {
            Random random = new Random(7);
            List<OutboundQueue> queues = Stream.generate(CrowdTest.this::queue).limit(20).toList();
            List<OutboundBatch> batches = Stream.generate(OutboundBatch::new).limit(20).toList();
            OutboundBatch[] underWay = batches.toArray(OutboundBatch[]::new);
            int refused = 0;
            for (int step = 0; step < 20_000; step++) {
                int which = random.nextInt(queues.size());
                OutboundQueue queue = queues.get(which);
                if (random.nextInt(4) > 0) {
                    OutboundMessage message = message(20 + random.nextInt(4000));
                    boolean replaceable = random.nextBoolean();
                    SendResult result =
                            queue.offer(replaceable ? message.replaceableBy("key") : message);
                    refused += result == SendResult.FULL ? 1 : 0;
                } else {
                    queue.written(underWay[which]);
                    underWay[which] = queue.take();
                }
                assertTrue(held.held() >= 0 && held.held() <= ROOM, "holds " + held.held());
            }
            assertTrue(refused > 100, "only " + refused + " were refused");

            queues.forEach(OutboundQueue::shut);

            assertEquals(0, held.held());
        }

        private OutboundQueue queue() {
            return CrowdTest.this.queue();
        }
    }

    @Nested
    class Half {

        private final FrameDecoder one = decoder();
        private final FrameDecoder other = decoder();

        @Test
        void receivedLongMessagesCountTogether() {
            assertEquals(Optional.empty(), one.next(beginning(FREE + ROOM)));
            assertEquals(ROOM, held.held());

            assertEquals(Optional.empty(), other.next(beginning(FREE)));
            assertEquals(
                    Optional.of(new Inbound.NoRoom()), other.next(ByteBuffer.wrap(new byte[FREE])));
        }

        @Test
        void receivedOnesAreForgottenWithTheirEnd() {
            one.next(beginning(FREE + ROOM));
            one.discard();
            assertEquals(0, held.held());

            byte[] whole = ClientFrame.frame(ClientFrame.TEXT, "a".repeat(FREE + ROOM)).bytes();
            assertTrue(other.next(ByteBuffer.wrap(whole)).orElseThrow() instanceof Inbound.Text);
            assertEquals(0, held.held());
        }

        private FrameDecoder decoder() {
            return new FrameDecoder(WebSocketLimits.standard(), new HeldShare(held));
        }

        /// So much of a text of 60,000 bytes.
        private static ByteBuffer beginning(int payload) {
            byte[] frame = ClientFrame.frame(ClientFrame.TEXT, "a".repeat(60_000)).bytes();
            return ByteBuffer.wrap(frame, 0, frame.length - 60_000 + payload);
        }
    }

    private OutboundQueue queue() {
        return new OutboundQueue(LIMITS, new HeldShare(held));
    }

    /// One that takes so many bytes on the wire.
    private static OutboundMessage message(int frameBytes) {
        int header = frameBytes - 2 <= 125 ? 2 : 4;
        return OutboundMessage.binary(new byte[frameBytes - header]);
    }
}
