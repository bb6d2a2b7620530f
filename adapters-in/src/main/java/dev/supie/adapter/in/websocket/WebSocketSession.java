package dev.supie.adapter.in.websocket;

import dev.supie.adapter.in.websocket.WebSocketEnd.Cause;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.Executor;

/// One open connection: its writer, and the way it comes to its end.
///
/// ```
/// open --Close queued--> closing --Close written--> answer awaited --Close came--> socket closed
///   |                       |                             |                             ^
///   |                       |                             \---not in time--------------/
///   |                       \---not written in time--------------------------> cut
///   \---write overdue---------------------------------------------------------> cut
/// ```
///
/// The first cause of the end is kept. Whatever closes the socket makes the reading thread return,
/// and that thread alone calls [#finish()].
final class WebSocketSession implements WebSocketConnection, OutboundWriter.Events {

    private final Transport transport;
    private final Executor threads;
    private final OutboundWriter writer;
    private final Deadline closing;
    private final Deadline closeAnswer;
    private final Object lock = new Object();

    // All guarded by the lock.
    private @Nullable WebSocketEnd end;
    private boolean closeWaiting;
    private boolean closeWritten;
    private boolean peerClosed;

    WebSocketSession(
            OutboundLimits limits,
            HeldShare share,
            Timers timers,
            Transport transport,
            Executor threads) {
        this.transport = transport;
        this.threads = threads;
        this.writer = new OutboundWriter(limits, share, timers, transport, threads, this);
        this.closing = timers.deadline(limits.writeMax(), this::cut);
        this.closeAnswer =
                timers.deadline(limits.closeAnswerMax(), () -> threads.execute(this::closeSocket));
    }

    @Override
    public SendResult send(OutboundMessage message) {
        return writer.send(message);
    }

    @Override
    public SendResult ping(byte[] payload) {
        if (payload.length > FrameRules.CONTROL_BYTES_MAX) {
            throw new IllegalArgumentException("a ping carries at most 125 bytes");
        }
        return writer.ping(payload);
    }

    @Override
    public void close(int code, String reason) {
        if (!CloseCodes.mayBeSent(code)) {
            throw new IllegalArgumentException("not a code for a Close frame: " + code);
        }
        close(new WebSocketEnd(Cause.CLOSED_BY_SERVER, code, reason));
    }

    @Override
    public void abort() {
        cut(new WebSocketEnd(Cause.CLOSED_BY_SERVER, CloseCodes.NO_CLOSE_FRAME, "aborted"));
    }

    /// Begins the end with a Close frame behind what waits, unless the end has begun.
    void close(WebSocketEnd cause) {
        if (begin(cause, true)) {
            closing.begin();
            writer.close(ClosePayload.of(cause.code(), cause.reason()));
        }
    }

    /// Ends it with no Close frame.
    void cut(WebSocketEnd cause) {
        begin(cause, false);
        cut();
    }

    void pong(byte[] payload) {
        writer.pong(payload);
    }

    /// The peer's Close frame has come: the answer to ours, or to be answered with the same code.
    void peerClosed(Inbound.Close frame) {
        notePeerClosed();
        close(new WebSocketEnd(Cause.CLOSED_BY_PEER, frame.code(), frame.reason()));
    }

    void peerViolated(Inbound.Violation violation) {
        if (violation.insideClose()) {
            notePeerClosed();
        }
        close(new WebSocketEnd(Cause.PROTOCOL_VIOLATION, violation.code(), violation.reason()));
    }

    /// Whether the end has begun, so that nothing the peer says matters any more.
    boolean isEnding() {
        synchronized (lock) {
            return end != null;
        }
    }

    /// Frees everything once the peer's bytes have ended, and says what ended them.
    WebSocketEnd finish() {
        begin(new WebSocketEnd(Cause.DROPPED, CloseCodes.NO_CLOSE_FRAME, "connection lost"), false);
        awaitCloseWritten();
        writer.stop();
        closeSocket();
        closing.stop();
        closeAnswer.stop();
        synchronized (lock) {
            return Objects.requireNonNull(end);
        }
    }

    @Override
    public void closeWritten() {
        closing.end();
        stopWaiting();
        boolean done;
        synchronized (lock) {
            closeWritten = true;
            done = peerClosed;
        }
        if (done) {
            closeSocket();
        } else {
            closeAnswer.begin();
        }
    }

    @Override
    public void writeOverdue() {
        cut(
                new WebSocketEnd(
                        Cause.WRITE_OVERDUE, CloseCodes.NO_CLOSE_FRAME, "peer stopped reading"));
    }

    @Override
    public void fullForTooLong() {
        WebSocketEnd cause = new WebSocketEnd(Cause.TOO_SLOW, CloseCodes.TOO_SLOW, "too slow");
        if (begin(cause, true)) {
            closing.begin();
            writer.closeAtOnce(ClosePayload.of(cause.code(), cause.reason()));
        }
    }

    @Override
    public void writeFailed() {
        stopWaiting();
        closeSocket();
    }

    private void notePeerClosed() {
        boolean done;
        synchronized (lock) {
            peerClosed = true;
            done = closeWritten;
        }
        if (done) {
            closeSocket();
        }
    }

    private boolean begin(WebSocketEnd cause, boolean withCloseFrame) {
        synchronized (lock) {
            if (end != null) {
                return false;
            }
            end = cause;
            closeWaiting = withCloseFrame;
            return true;
        }
    }

    /// A peer may end its side of TCP right behind its Close frame and still wait for ours. The
    /// deadline for closing ends this wait.
    private void awaitCloseWritten() {
        try {
            synchronized (lock) {
                while (closeWaiting) {
                    lock.wait();
                }
            }
        } catch (InterruptedException serverStops) {
            cut();
        }
    }

    private void stopWaiting() {
        synchronized (lock) {
            closeWaiting = false;
            lock.notifyAll();
        }
    }

    /// Under TLS this may wait for a peer that does not read; the deadline bounds it.
    private void closeSocket() {
        closing.begin();
        transport.close();
    }

    private void cut() {
        writer.stop();
        stopWaiting();
        // Not on the thread that all alarms share.
        threads.execute(transport::cut);
    }
}
