package dev.supie.adapter.in.websocket;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;

/// A peer in memory: reads what it was given, remembers what was written, and breaks when told to.
final class ScriptedTransport implements Transport {

    private static final byte[] END = {};

    private final Queue<byte[]> inbound = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();
    private Runnable duringWrite = () -> {};
    private boolean broken;
    private boolean closed;
    private boolean cut;

    void willSend(byte[] bytes) {
        inbound.add(bytes);
    }

    void breakDown() {
        broken = true;
    }

    void duringWrite(Runnable action) {
        duringWrite = action;
    }

    /// What was written, one entry for each write, in hexadecimal.
    List<String> written() {
        return written;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public byte[] read() {
        byte[] next = inbound.poll();
        return next == null ? END : next;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        duringWrite.run();
        if (broken) {
            throw new IOException("broken by the test");
        }
        written.add(HexFormat.of().formatHex(bytes, offset, offset + length));
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void cut() {
        cut = true;
    }
}
