package dev.supie.adapter.in.websocket;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/// What waits to be written to one peer, bounded (MSG-7). Not thread-safe, knows no time.
///
/// Messages leave in the order in which they came; the only ones missing are replaceable messages
/// that a newer one with the same key has overtaken while there was no room for both. Pings and
/// pongs go ahead of messages, the Close frame behind them. A batch counts against the limits until
/// it has been written.
final class OutboundQueue {

    /// Pongs that may wait, and pings that may wait. Beyond it the oldest pong goes, because RFC
    /// 6455 §5.5.3 lets an endpoint answer only the newest ping; a new ping is refused.
    static final int CONTROLS_MAX = 32;

    /// The frame that takes a batch to this size is its last.
    static final int BATCH_BYTES = 64 * 1024;

    private final OutboundLimits limits;
    private final HeldShare share;
    private final Deque<byte[]> pings = new ArrayDeque<>(0);
    private final Deque<byte[]> pongs = new ArrayDeque<>(0);
    private final Deque<OutboundMessage> messages = new ArrayDeque<>(0);
    private byte @Nullable [] closeFrame;
    private boolean closed;
    private int messageCount;
    private int byteCount;
    private boolean overflowing;

    /// Overflowing because all peers together have too much waiting.
    private boolean crowded;

    /// @param share ended with [#shut]
    OutboundQueue(OutboundLimits limits, HeldShare share) {
        this.limits = limits;
        this.share = share;
    }

    SendResult offer(OutboundMessage message) {
        if (closed) {
            return SendResult.CLOSED;
        }
        SendResult result = SendResult.ACCEPTED;
        if (!fits(message, 0, 0)) {
            overflowing = true;
            crowded |= !share.hasRoomFor((long) byteCount + message.frame().length);
            dropOvertaken();
            result = fits(message, 0, 0) ? SendResult.ACCEPTED : takePlaceOfOlder(message);
            endOverflowIfDrained();
        }
        if (result != SendResult.FULL) {
            messages.addLast(message);
            count(message, 1);
        }
        return result;
    }

    SendResult offerPing(byte[] frame) {
        if (closed) {
            return SendResult.CLOSED;
        }
        if (pings.size() == CONTROLS_MAX) {
            return SendResult.FULL;
        }
        pings.addLast(frame);
        return SendResult.ACCEPTED;
    }

    void offerPong(byte[] frame) {
        if (closed) {
            return;
        }
        if (pongs.size() == CONTROLS_MAX) {
            pongs.removeFirst();
        }
        pongs.addLast(frame);
    }

    /// Takes nothing more; the Close frame follows what is waiting.
    void close(byte[] frame) {
        if (!closed) {
            closed = true;
            closeFrame = frame;
        }
    }

    /// Gives up what is waiting and takes nothing more; only the Close frame is still given. One
    /// step, because a message taken after those that were given up would reach the peer with a gap
    /// before it.
    void giveUp(byte[] frame) {
        clear();
        close(frame);
    }

    private void clear() {
        messages.forEach(message -> count(message, -1));
        messages.clear();
        pings.clear();
        pongs.clear();
    }

    /// Takes and gives nothing more.
    void shut() {
        closed = true;
        closeFrame = null;
        clear();
        share.end();
    }

    boolean isEmpty() {
        return messages.isEmpty() && pings.isEmpty() && pongs.isEmpty() && closeFrame == null;
    }

    /// Whether messages had to be refused or replaced and the queue has not drained since: to half
    /// of its limits, because one free place is no sign that the peer has caught up, or to its free
    /// share if it was all peers together that had too much.
    boolean isOverflowing() {
        return overflowing && !closed;
    }

    /// The frames of the next write, none if nothing waits.
    OutboundBatch take() {
        OutboundBatch batch = new OutboundBatch();
        drain(pongs, batch);
        drain(pings, batch);
        while (!messages.isEmpty() && batch.size() < BATCH_BYTES) {
            batch.add(messages.removeFirst());
        }
        if (closeFrame != null && messages.isEmpty()) {
            batch.addClose(closeFrame);
            closeFrame = null;
        }
        return batch;
    }

    /// Gives the places of a written batch free.
    void written(OutboundBatch batch) {
        batch.messages().forEach(message -> count(message, -1));
        endOverflowIfDrained();
    }

    private static void drain(Deque<byte[]> controls, OutboundBatch batch) {
        controls.forEach(batch::add);
        controls.clear();
    }

    private boolean fits(OutboundMessage message, int messagesGone, int bytesGone) {
        long bytes = (long) byteCount - bytesGone + message.frame().length;
        return messageCount - messagesGone < limits.messagesMax()
                && bytes <= limits.bytesMax()
                && share.hasRoomFor(bytes);
    }

    /// Drops every message that a newer one in the queue has overtaken.
    private void dropOvertaken() {
        Set<String> newerKeys = new HashSet<>();
        Iterator<OutboundMessage> fromNewest = messages.descendingIterator();
        while (fromNewest.hasNext()) {
            OutboundMessage message = fromNewest.next();
            Optional<String> key = message.coalesceKey();
            if (key.isPresent() && !newerKeys.add(key.get())) {
                fromNewest.remove();
                count(message, -1);
            }
        }
    }

    private SendResult takePlaceOfOlder(OutboundMessage message) {
        Optional<OutboundMessage> older = message.coalesceKey().flatMap(this::waitingWithKey);
        if (older.isEmpty() || !fits(message, 1, older.get().frame().length)) {
            return SendResult.FULL;
        }
        messages.remove(older.get());
        count(older.get(), -1);
        return SendResult.COALESCED;
    }

    private Optional<OutboundMessage> waitingWithKey(String key) {
        return messages.stream()
                .filter(message -> message.coalesceKey().filter(key::equals).isPresent())
                .findFirst();
    }

    private void count(OutboundMessage message, int sign) {
        messageCount += sign;
        byteCount += sign * message.frame().length;
        share.hold(byteCount);
    }

    private void endOverflowIfDrained() {
        int bytesMost =
                crowded
                        ? Math.min(HeldShare.FREE_BYTES, limits.bytesMax() / 2)
                        : limits.bytesMax() / 2;
        if (messageCount <= limits.messagesMax() / 2 && byteCount <= bytesMost) {
            overflowing = false;
            crowded = false;
        }
    }
}
