package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.websocket.OutboundMessage;
import dev.supie.adapter.in.websocket.SendResult;
import dev.supie.adapter.in.websocket.SentText;
import dev.supie.adapter.in.websocket.WebSocketConnection;
import dev.supie.adapter.in.websocket.WebSocketEnd;
import dev.supie.adapter.in.websocket.WebSocketListener;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/// A badge's socket without a network: the real endpoint's listener on one side, a list of what
/// arrived on the other. Like the real connection it reports written bytes and its end later, in
/// the order in which they happened.
final class BadgeSocket implements WebSocketConnection {

    private final WebSocketListener listener;
    private final Executor threads;
    private final ArrayDeque<String> arrived = new ArrayDeque<>();
    private boolean open = true;
    private boolean answersPings = true;

    BadgeSocket(WebSocketListener listener, Executor threads) {
        this.listener = listener;
        this.threads = threads;
    }

    void open() {
        listener.onOpen(this);
    }

    @Override
    public SendResult send(OutboundMessage message) {
        if (!open) {
            return SendResult.CLOSED;
        }
        arrived.add(SentText.of(message));
        threads.execute(
                () -> {
                    if (open) {
                        SentText.written(message);
                    }
                });
        return SendResult.ACCEPTED;
    }

    @Override
    public SendResult ping(byte[] payload) {
        if (open && answersPings) {
            threads.execute(this::pong);
        }
        return open ? SendResult.ACCEPTED : SendResult.CLOSED;
    }

    private void pong() {
        if (open) {
            listener.onFrame();
        }
    }

    @Override
    public void close(int code, String reason) {
        end("close " + code + " " + reason, WebSocketEnd.Cause.CLOSED_BY_SERVER, code);
    }

    @Override
    public void abort() {
        end("cut", WebSocketEnd.Cause.DROPPED, 1006);
    }

    private void end(String shown, WebSocketEnd.Cause cause, int code) {
        if (open) {
            open = false;
            arrived.add(shown);
            threads.execute(() -> listener.onClosed(new WebSocketEnd(cause, code, shown)));
        }
    }

    void say(String text) {
        requireOpen();
        listener.onFrame();
        listener.onText(text);
    }

    void sendAudio(int bytes) {
        requireOpen();
        listener.onFrame();
        listener.onBinary(new byte[bytes]);
    }

    void sendPacket(byte[] packet) {
        requireOpen();
        listener.onFrame();
        listener.onBinary(packet);
    }

    void stopAnsweringPings() {
        answersPings = false;
    }

    void drop() {
        requireOpen();
        open = false;
        listener.onClosed(
                new WebSocketEnd(WebSocketEnd.Cause.DROPPED, 1006, "the connection was lost"));
    }

    void sayBye() {
        requireOpen();
        open = false;
        listener.onClosed(new WebSocketEnd(WebSocketEnd.Cause.CLOSED_BY_PEER, 1000, "bye"));
    }

    /// The server is gone, and nobody is told.
    void lose() {
        open = false;
    }

    private void requireOpen() {
        if (!open) {
            throw new AssertionError("the badge is not connected any more");
        }
    }

    /// What arrived and was not looked at yet, oldest first.
    ArrayDeque<String> arrived() {
        return arrived;
    }
}
