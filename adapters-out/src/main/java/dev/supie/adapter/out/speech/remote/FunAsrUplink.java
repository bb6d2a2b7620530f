package dev.supie.adapter.out.speech.remote;

import org.jspecify.annotations.Nullable;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Sends an utterance over one connection, from its beginning, one message after the other: what
/// cannot be sent yet stays in the sound. Whoever calls holds the lock of the stream.
final class FunAsrUplink {

    /// Who is told what becomes of it, with the lock held.
    interface Progress {

        /// Everything has been handed over.
        void endSent();

        void broken(Throwable failure);
    }

    private static final long GOODBYE_MILLIS_MAX = 1_000;

    private final String start;
    private final SoundBytes sound;
    private final ReentrantLock lock;
    private final Progress progress;
    private @Nullable WebSocket socket;
    private boolean started;
    private int sent;
    private boolean finished;
    private boolean endSent;
    private boolean pinged;
    private boolean sending;
    private boolean pumping;

    FunAsrUplink(String start, SoundBytes sound, ReentrantLock lock, Progress progress) {
        this.start = start;
        this.sound = sound;
        this.lock = lock;
        this.progress = progress;
    }

    /// The connection stands.
    void use(WebSocket open) {
        socket = open;
        pump();
    }

    /// There will be no more sound.
    void finish() {
        finished = true;
        pump();
    }

    /// Sends what there is. A message that is through at once would call this from inside; the loop
    /// goes on then, instead of the stack growing with every message.
    void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            boolean more = true;
            while (more && !sending && socket != null) {
                more = advance(socket);
            }
        } finally {
            pumping = false;
        }
    }

    private boolean advance(WebSocket open) {
        int left = sound.length() - sent;
        if (!started) {
            started = true;
            send(open.sendText(start, true));
        } else if (left >= FunAsrRequest.FRAME_BYTES || (finished && left > 0)) {
            ByteBuffer piece = sound.piece(sent, FunAsrRequest.FRAME_BYTES);
            sent += FunAsrRequest.FRAME_BYTES;
            send(open.sendBinary(piece, true));
        } else if (finished && !endSent) {
            endSent = true;
            send(open.sendText(FunAsrRequest.end(), true));
            progress.endSent();
        } else if (endSent && !pinged) {
            // A service without words says nothing at all, like one that hangs; only one answers.
            pinged = true;
            send(open.sendPing(ByteBuffer.allocate(0)));
        } else {
            return false;
        }
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What it completes with goes to sent().
    private void send(CompletableFuture<WebSocket> message) {
        sending = true;
        message.whenComplete((_, failure) -> sent(failure));
    }

    private void sent(@Nullable Throwable failure) {
        lock.lock();
        try {
            sending = false;
            if (failure == null) {
                pump();
            } else {
                progress.broken(failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Says goodbye, without waiting for an answer; and for no longer than [#GOODBYE_MILLIS_MAX]
    /// until it can be said to somebody who does not read.
    @SuppressWarnings("FutureReturnValueIgnored") // However that goes, the connection ends.
    void close() {
        WebSocket open = socket;
        if (open != null) {
            socket = null;
            open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(GOODBYE_MILLIS_MAX, TimeUnit.MILLISECONDS)
                    .whenComplete((_, _) -> open.abort());
        }
    }
}
