package dev.supie.adapter.in.websocket;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ConnectionContext;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// The socket of a Helidon connection, plain or TLS.
final class HelidonTransport implements Transport {

    private static final Logger LOGGER = System.getLogger(HelidonTransport.class.getName());
    private static final byte[] END = {};

    private final DataReader reader;
    private final HelidonSocket socket;

    HelidonTransport(ConnectionContext context) {
        this.reader = context.dataReader();
        this.socket = context.serverSocket();
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
            LOGGER.log(
                    Level.DEBUG, "connection {0} ended: {1}", socket.childSocketId(), endOfStream);
            return END;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        socket.write(BufferData.createReadOnly(bytes, offset, length));
    }

    /// A TLS socket says goodbye before it closes and would wait for a peer whose buffers are full;
    /// an interrupted thread does not wait.
    @Override
    public void close() {
        boolean interruptedBefore = Thread.interrupted();
        Thread.currentThread().interrupt();
        try {
            socket.close();
        } catch (RuntimeException alreadyGone) {
            // The edge to the socket: what cannot be closed is closed.
            LOGGER.log(Level.DEBUG, "closing {0}: {1}", socket.childSocketId(), alreadyGone);
        } finally {
            if (!interruptedBefore) {
                Thread.interrupted();
            }
        }
    }
}
