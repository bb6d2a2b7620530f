package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

class OutboundQueueTest {

    private static final int HEADER_BYTES = 2;
    private static final byte[] CLOSE = {(byte) 0x88, 0};

    @Test
    void givesMessagesInTheOrderTheyCame() {
        OutboundQueue queue = queue(10, 1000);
        offer(queue, "a", "b", "c");
        assertEquals(List.of("a", "b", "c"), texts(queue.take()));
        assertTrue(queue.isEmpty());
        assertTrue(queue.take().isEmpty());
    }

    @Nested
    class MessageLimit {

        @Test
        void isMet() {
            OutboundQueue queue = queue(3, 1000);
            offer(queue, "a", "b");
            assertEquals(SendResult.ACCEPTED, queue.offer(OutboundMessage.text("c")));
            assertEquals(SendResult.FULL, queue.offer(OutboundMessage.text("d")));
            assertEquals(List.of("a", "b", "c"), texts(queue.take()));
        }

        @Test
        void countsWhatIsBeingWritten() {
            OutboundQueue queue = queue(2, 1000);
            offer(queue, "a", "b");
            OutboundBatch batch = queue.take();
            assertEquals(SendResult.FULL, queue.offer(OutboundMessage.text("c")));
            queue.written(batch);
            assertEquals(SendResult.ACCEPTED, queue.offer(OutboundMessage.text("c")));
        }
    }

    @Nested
    class ByteLimit {

        @Test
        void countsBytesOnTheWire() {
            for (int extra = -1; extra <= 1; extra++) {
                OutboundQueue queue = queue(10, 100);
                offer(queue, "a".repeat(50 - HEADER_BYTES));
                SendResult expected = extra > 0 ? SendResult.FULL : SendResult.ACCEPTED;
                int length = 50 - HEADER_BYTES + extra;
                assertEquals(expected, queue.offer(OutboundMessage.text("b".repeat(length))));
            }
        }

        @Test
        void refusesAMessageThatCanNeverFitWithoutCallingThePeerSlow() {
            OutboundQueue queue = queue(10, 100);
            assertEquals(SendResult.FULL, queue.offer(OutboundMessage.text("a".repeat(99))));
            assertFalse(queue.isOverflowing());
        }
    }

    @Nested
    class Replaceable {

        @Test
        void staysWholeWhileThereIsRoom() {
            OutboundQueue queue = queue(3, 1000);
            offer(queue, "stats:1", "stats:2", "stats:3");
            assertEquals(List.of("stats:1", "stats:2", "stats:3"), texts(queue.take()));
        }

        @Test
        void takesThePlaceOfTheOlderWhenFull() {
            OutboundQueue queue = queue(3, 1000);
            offer(queue, "a", "stats:1", "b");
            assertEquals(SendResult.COALESCED, queue.offer(message("stats:2")));
            assertEquals(List.of("a", "b", "stats:2"), texts(queue.take()));
        }

        @Test
        void givesWayToOthersWhenFull() {
            OutboundQueue queue = queue(4, 1000);
            offer(queue, "stats:1", "stats:2", "board:1", "stats:3");
            assertEquals(SendResult.ACCEPTED, queue.offer(OutboundMessage.text("a")));
            assertEquals(List.of("board:1", "stats:3", "a"), texts(queue.take()));
        }

        @Test
        void leavesOtherKeysAlone() {
            OutboundQueue queue = queue(2, 1000);
            offer(queue, "stats:1", "board:1");
            assertEquals(SendResult.FULL, queue.offer(message("tasks:1")));
            assertEquals(List.of("stats:1", "board:1"), texts(queue.take()));
        }

        @Test
        void keepsTheOlderIfTheNewerDoesNotFitInItsPlace() {
            OutboundQueue queue = queue(10, 100);
            offer(queue, "stats:1", "a".repeat(80));
            assertEquals(SendResult.FULL, queue.offer(message("stats:" + "2".repeat(60))));
            assertEquals(List.of("stats:1", "a".repeat(80)), texts(queue.take()));
        }

        @Test
        void isNotReplacedOnceItIsBeingWritten() {
            OutboundQueue queue = queue(1, 1000);
            offer(queue, "stats:1");
            assertEquals(List.of("stats:1"), texts(queue.take()));
            assertEquals(SendResult.FULL, queue.offer(message("stats:2")));
        }
    }

    @Nested
    class Overflow {

        @Test
        void beginsWithTheFirstMessageThatDoesNotFit() {
            OutboundQueue queue = queue(4, 1000);
            offer(queue, "a", "b", "c", "d");
            assertFalse(queue.isOverflowing());
            assertEquals(SendResult.FULL, queue.offer(OutboundMessage.text("e")));
            assertTrue(queue.isOverflowing());
        }

        @Test
        void beginsEvenIfCoalescingHelps() {
            OutboundQueue queue = queue(4, 1000);
            offer(queue, "a", "b", "c", "stats:1");
            assertEquals(SendResult.COALESCED, queue.offer(message("stats:2")));
            assertTrue(queue.isOverflowing());
        }

        @Test
        void endsOnceHalfIsFreeAndNotBefore() {
            OutboundQueue queue = queue(4, 10 * OutboundQueue.BATCH_BYTES);
            String aBatch = "a".repeat(OutboundQueue.BATCH_BYTES);
            offer(queue, aBatch, aBatch, aBatch, aBatch);
            assertEquals(SendResult.FULL, queue.offer(OutboundMessage.text("e")));
            queue.written(queue.take());
            assertTrue(queue.isOverflowing());
            queue.written(queue.take());
            assertFalse(queue.isOverflowing());
        }

        @Test
        void endsWhenTheConnectionIsClosing() {
            OutboundQueue queue = queue(1, 1000);
            offer(queue, "a");
            assertEquals(SendResult.FULL, queue.offer(OutboundMessage.text("b")));
            queue.close(CLOSE);
            assertFalse(queue.isOverflowing());
        }
    }

    @Nested
    class Controls {

        @Test
        void goAheadOfMessages() {
            OutboundQueue queue = queue(10, 1000);
            offer(queue, "a");
            queue.offerPong(FrameEncoder.frame(Opcode.PONG, "1".getBytes(UTF_8)));
            assertEquals(SendResult.ACCEPTED, queue.offerPing(pingFrame("2")));
            assertEquals("8a0131" + "890132" + "810161", hex(queue.take()));
        }

        @ParameterizedTest
        @ValueSource(ints = {OutboundQueue.CONTROLS_MAX, OutboundQueue.CONTROLS_MAX + 1})
        void dropTheOldestPongBeyondTheLimit(int pongs) {
            OutboundQueue queue = queue(10, 1000);
            for (int count = 1; count <= pongs; count++) {
                queue.offerPong(new byte[] {(byte) count});
            }
            byte[] bytes = queue.take().bytes();
            assertEquals(OutboundQueue.CONTROLS_MAX, bytes.length);
            assertEquals(pongs, bytes[bytes.length - 1]);
        }

        @Test
        void refuseAPingBeyondTheLimit() {
            OutboundQueue queue = queue(10, 1000);
            for (int count = 1; count <= OutboundQueue.CONTROLS_MAX; count++) {
                assertEquals(SendResult.ACCEPTED, queue.offerPing(pingFrame("")));
            }
            assertEquals(SendResult.FULL, queue.offerPing(pingFrame("")));
        }

        @Test
        void haveNoShareInTheLimitsOfMessages() {
            OutboundQueue queue = queue(1, 10);
            queue.offerPong(pingFrame("a".repeat(125)));
            assertEquals(SendResult.ACCEPTED, queue.offer(OutboundMessage.text("a")));
        }

        private byte[] pingFrame(String payload) {
            return FrameEncoder.frame(Opcode.PING, payload.getBytes(UTF_8));
        }
    }

    @Nested
    class Closing {

        @Test
        void comesAfterEverythingAccepted() {
            OutboundQueue queue = queue(10, 1000);
            offer(queue, "a");
            queue.close(CLOSE);
            OutboundBatch batch = queue.take();
            assertEquals("810161" + "8800", hex(batch));
            assertTrue(batch.isClosing());
            assertTrue(queue.isEmpty());
        }

        @Test
        void comesAfterAllBatches() {
            OutboundQueue queue = queue(10, 10 * OutboundQueue.BATCH_BYTES);
            offer(queue, "a".repeat(OutboundQueue.BATCH_BYTES), "b");
            queue.close(CLOSE);
            assertFalse(queue.take().isClosing());
            assertTrue(queue.take().isClosing());
        }

        @Test
        void refusesWhateverComesLater() {
            OutboundQueue queue = queue(10, 1000);
            queue.close(CLOSE);
            assertEquals(SendResult.CLOSED, queue.offer(OutboundMessage.text("a")));
            assertEquals(SendResult.CLOSED, queue.offerPing(CLOSE));
            queue.offerPong(CLOSE);
            queue.close(new byte[] {1, 2, 3});
            assertEquals("8800", hex(queue.take()));
        }

        @Test
        void canGiveUpWhatWaits() {
            OutboundQueue queue = queue(10, 1000);
            offer(queue, "a", "b");
            queue.giveUp(CLOSE);
            assertEquals(SendResult.CLOSED, queue.offer(OutboundMessage.text("c")));
            assertEquals("8800", hex(queue.take()));
        }

        @Test
        void canBeWithoutAFrame() {
            OutboundQueue queue = queue(10, 1000);
            offer(queue, "a");
            queue.close(CLOSE);
            queue.shut();
            assertTrue(queue.isEmpty());
        }
    }

    @Test
    void aBatchEndsWithTheFrameThatFillsIt() {
        OutboundQueue queue = queue(10, 10 * OutboundQueue.BATCH_BYTES);
        String half = "a".repeat(OutboundQueue.BATCH_BYTES / 2);
        offer(queue, half, half, "b");
        assertEquals(2, texts(queue.take()).size());
        assertEquals(List.of("b"), texts(queue.take()));
    }

    /// Whatever is offered and taken, what comes out is a part of what went in, in order, and the
    /// newest message of every key is never lost.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverReordersAndNeverLosesTheNewest(long seed) {
        Random random = new Random(seed);
        OutboundQueue queue = queue(5, 60);
        List<String> accepted = new ArrayList<>();
        List<String> written = new ArrayList<>();
        Map<String, String> newestByKey = new HashMap<>();
        for (int step = 0; step < 2000; step++) {
            if (random.nextInt(4) == 0) {
                OutboundBatch batch = queue.take();
                written.addAll(texts(batch));
                queue.written(batch);
            } else {
                boolean keyed = random.nextBoolean();
                String key = keyed ? "k" + random.nextInt(3) + ":" : "plain ";
                String text = key + step + "x".repeat(random.nextInt(9));
                if (queue.offer(message(text)) != SendResult.FULL) {
                    accepted.add(text);
                    newestByKey.put(keyed ? key : text, text);
                }
            }
        }
        written.addAll(texts(queue.take()));
        assertTrue(isSubsequence(written, accepted));
        assertTrue(written.containsAll(newestByKey.values()));
        assertTrue(written.size() > 100 && written.size() < accepted.size());
    }

    private static boolean isSubsequence(List<String> part, List<String> whole) {
        int at = 0;
        for (String text : whole) {
            if (at < part.size() && part.get(at).equals(text)) {
                at++;
            }
        }
        return at == part.size();
    }

    private static OutboundQueue queue(int messagesMax, int bytesMax) {
        Duration any = Duration.ofSeconds(1);
        return new OutboundQueue(
                new OutboundLimits(messagesMax, bytesMax, any, any, any),
                new HeldShare(new HeldBytes(Long.MAX_VALUE)));
    }

    /// A text with a colon is replaceable by what stands before the colon.
    private static OutboundMessage message(String text) {
        int colon = text.indexOf(':');
        OutboundMessage message = OutboundMessage.text(text);
        return colon < 0 ? message : message.replaceableBy(text.substring(0, colon));
    }

    private static void offer(OutboundQueue queue, String... texts) {
        for (String text : texts) {
            assertEquals(SendResult.ACCEPTED, queue.offer(message(text)));
        }
    }

    private static List<String> texts(OutboundBatch batch) {
        return batch.messages().stream().map(OutboundQueueTest::text).toList();
    }

    private static String text(OutboundMessage message) {
        byte[] frame = message.frame();
        int header = frame[1] < 126 ? HEADER_BYTES : frame[1] == 126 ? 4 : 10;
        return new String(frame, header, frame.length - header, UTF_8);
    }

    private static String hex(OutboundBatch batch) {
        return HexFormat.of().formatHex(batch.bytes());
    }
}
