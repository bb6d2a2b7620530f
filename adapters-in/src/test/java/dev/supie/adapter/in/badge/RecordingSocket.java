package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.websocket.OutboundMessage;
import dev.supie.adapter.in.websocket.SendResult;
import dev.supie.adapter.in.websocket.SentText;
import dev.supie.adapter.in.websocket.WebSocketConnection;

import java.util.ArrayList;
import java.util.List;

/// A socket whose peer takes everything, or nothing once it is full or closed.
final class RecordingSocket implements WebSocketConnection {

    private final List<OutboundMessage> messages = new ArrayList<>();
    private final List<String> controls = new ArrayList<>();
    private SendResult result = SendResult.ACCEPTED;

    void answer(SendResult next) {
        result = next;
    }

    @Override
    public SendResult send(OutboundMessage message) {
        if (result == SendResult.ACCEPTED || result == SendResult.COALESCED) {
            messages.add(message);
        }
        return result;
    }

    @Override
    public SendResult ping(byte[] payload) {
        controls.add("ping " + payload.length);
        return result;
    }

    @Override
    public void close(int code, String reason) {
        controls.add("close " + code + " " + reason);
        result = SendResult.CLOSED;
    }

    @Override
    public void abort() {
        controls.add("abort");
        result = SendResult.CLOSED;
    }

    List<OutboundMessage> messages() {
        return messages;
    }

    /// What was sent since the last call.
    List<String> texts() {
        List<String> texts = messages.stream().map(SentText::of).toList();
        messages.clear();
        return texts;
    }

    List<String> controls() {
        return controls;
    }
}
