package dev.supie.adapter.in.websocket;

import io.helidon.common.buffers.DataReader;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;

/// The socket of a connection that Helidon accepted, plain or TLS.
final class HelidonTransport implements Transport {

    private static final Logger LOGGER = System.getLogger(HelidonTransport.class.getName());
    private static final byte[] END = {};

    private final DataReader reader;
    private final Socket socket;

    /// @param reader Helidon's, because it may hold bytes that came with the handshake
    HelidonTransport(DataReader reader, Socket socket) {
        this.reader = reader;
        this.socket = socket;
    }

    @Override
    public byte[] read() {
        try {
            reader.ensureAvailable();
            return reader.readBytes(reader.available());
        } catch (RuntimeException endOfStream) {
            // The edge to the socket: Helidon and the JDK have a handful of exceptions for
            // "closed",
            // "reset", "interrupted" and "TLS broke", and each means that nothing more will come.
            LOGGER.log(Level.DEBUG, "reading ended: {0}", endOfStream);
            return END;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes, offset, length);
        out.flush();
    }

    @Override
    public void close() {
        close(socket);
    }

    @Override
    public void cut() {
        cut(socket);
    }

    /// Without lingering the kernel drops what it holds, and a TLS socket does not wait for a
    /// blocked write before it closes.
    static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyGone) {
            LOGGER.log(Level.DEBUG, "cutting failed: {0}", alreadyGone);
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOGGER.log(Level.DEBUG, "closing failed: {0}", alreadyGone);
        }
    }
}
