package dev.supie.adapter.in.websocket;

import java.util.ArrayList;
import java.util.List;

/// Frames that go to the socket in one write. Filled by [OutboundQueue], then only read.
final class OutboundBatch {

    private final List<byte[]> frames = new ArrayList<>();
    private final List<OutboundMessage> messages = new ArrayList<>();
    private int size;
    private boolean closing;

    void add(byte[] frame) {
        frames.add(frame);
        size += frame.length;
    }

    void add(OutboundMessage message) {
        add(message.frame());
        messages.add(message);
    }

    void addClose(byte[] frame) {
        add(frame);
        closing = true;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int size() {
        return size;
    }

    /// Whether it ends with the Close frame, after which nothing may be written.
    boolean isClosing() {
        return closing;
    }

    List<OutboundMessage> messages() {
        return messages;
    }

    byte[] bytes() {
        if (frames.size() == 1) {
            return frames.getFirst();
        }
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] frame : frames) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        return all;
    }
}
