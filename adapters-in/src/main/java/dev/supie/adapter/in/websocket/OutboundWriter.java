package dev.supie.adapter.in.websocket;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;

/// Writes what any thread offers to one peer, one write at a time, on a thread that exists only
/// while there is something to write. Offering never waits for the socket.
///
/// Every write has the deadline of [OutboundLimits#writeMax()], and a queue that overflows for
/// [OutboundLimits#fullMax()] is reported.
final class OutboundWriter {

    /// What the connection must hear. Called without a lock held, and never blocks.
    interface Events {

        /// The Close frame was handed to the socket.
        void closeWritten();

        /// The socket did not take a write in time.
        void writeOverdue();

        /// The queue has overflowed for too long.
        void fullForTooLong();

        /// The socket failed.
        void writeFailed();
    }

    private static final Logger LOGGER = System.getLogger(OutboundWriter.class.getName());

    private final Transport transport;
    private final Executor threads;
    private final Events events;
    private final Deadline writing;
    private final Deadline overflow;
    private final Object lock = new Object();

    // All guarded by the lock.
    private final OutboundQueue queue;
    private boolean draining;
    private boolean stopped;

    OutboundWriter(
            OutboundLimits limits,
            HeldShare share,
            Timers timers,
            Transport transport,
            Executor threads,
            Events events) {
        this.queue = new OutboundQueue(limits, share);
        this.transport = transport;
        this.threads = threads;
        this.events = events;
        this.writing = timers.deadline(limits.writeMax(), events::writeOverdue);
        this.overflow = timers.deadline(limits.fullMax(), events::fullForTooLong);
    }

    SendResult send(OutboundMessage message) {
        SendResult result;
        synchronized (lock) {
            result = queue.offer(message);
            watchOverflow();
        }
        drainIfNeeded();
        return result;
    }

    SendResult ping(byte[] payload) {
        SendResult result;
        synchronized (lock) {
            result = queue.offerPing(FrameEncoder.frame(Opcode.PING, payload));
        }
        drainIfNeeded();
        return result;
    }

    void pong(byte[] payload) {
        synchronized (lock) {
            queue.offerPong(FrameEncoder.frame(Opcode.PONG, payload));
        }
        drainIfNeeded();
    }

    /// Writes a Close frame after everything that waits, and takes nothing any more.
    void close(byte[] payload) {
        synchronized (lock) {
            queue.close(FrameEncoder.frame(Opcode.CLOSE, payload));
            watchOverflow();
        }
        drainIfNeeded();
    }

    /// Gives up the messages that wait and writes a Close frame next.
    void closeAtOnce(byte[] payload) {
        synchronized (lock) {
            queue.giveUp(FrameEncoder.frame(Opcode.CLOSE, payload));
            watchOverflow();
        }
        drainIfNeeded();
    }

    /// Ends it: nothing is taken any more, and nothing written but what is under way. To end that
    /// too is left to the transport.
    void stop() {
        writing.stop();
        overflow.stop();
        synchronized (lock) {
            stopped = true;
            queue.shut();
        }
    }

    private void drainIfNeeded() {
        synchronized (lock) {
            if (draining || stopped || queue.isEmpty()) {
                return;
            }
            draining = true;
        }
        threads.execute(this::drain);
    }

    private void drain() {
        OutboundBatch batch = take();
        while (!batch.isEmpty()) {
            if (!write(batch.bytes())) {
                return;
            }
            settle(batch);
            batch = take();
        }
    }

    /// The next batch; an empty one ends the thread's work in the same step, so that the next offer
    /// starts a new one.
    private OutboundBatch take() {
        synchronized (lock) {
            OutboundBatch batch = stopped ? new OutboundBatch() : queue.take();
            draining = !batch.isEmpty();
            return batch;
        }
    }

    /// In slices, so that the deadline measures a peer that makes no progress rather than a long
    /// message.
    private boolean write(byte[] bytes) {
        for (int at = 0; at < bytes.length; at += OutboundQueue.BATCH_BYTES) {
            int length = Math.min(OutboundQueue.BATCH_BYTES, bytes.length - at);
            if (isStopped() || !writeSlice(bytes, at, length)) {
                return false;
            }
        }
        return true;
    }

    private boolean isStopped() {
        synchronized (lock) {
            return stopped;
        }
    }

    private boolean writeSlice(byte[] bytes, int offset, int length) {
        writing.begin();
        try {
            transport.write(bytes, offset, length);
            return true;
        } catch (IOException gone) {
            LOGGER.log(Level.DEBUG, "writing failed: {0}", gone);
            events.writeFailed();
            return false;
        } finally {
            writing.end();
        }
    }

    private void settle(OutboundBatch batch) {
        synchronized (lock) {
            queue.written(batch);
            watchOverflow();
        }
        batch.messages().forEach(OutboundWriter::tellWritten);
        if (batch.isClosing()) {
            events.closeWritten();
        }
    }

    private static void tellWritten(OutboundMessage message) {
        try {
            message.tellWritten();
        } catch (RuntimeException | Error broken) {
            // The edge to the application: its failure must not cost the peer the next message.
            LOGGER.log(Level.ERROR, "an action after a written message failed", broken);
        }
    }

    private void watchOverflow() {
        if (queue.isOverflowing()) {
            overflow.begin();
        } else {
            overflow.end();
        }
    }
}
