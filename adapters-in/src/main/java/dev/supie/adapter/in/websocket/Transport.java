package dev.supie.adapter.in.websocket;

import java.io.IOException;

/// The TCP or TLS connection below the frames. Read by one thread and written by one.
interface Transport {

    /// Waits for bytes; an empty array means that none will ever come again.
    byte[] read();

    /// Hands `length` bytes from `offset` to the socket and waits until it has taken them.
    ///
    /// @throws IOException if the connection is gone
    void write(byte[] bytes, int offset, int length) throws IOException;

    /// Ends the connection in order, so that what was written still arrives. Under TLS it waits
    /// while a write is blocked. Harmless if repeated.
    void close();

    /// Ends the connection at once, whatever other threads do on it: a blocked read, write or close
    /// returns. What the peer has not taken is lost. Harmless if repeated.
    void cut();
}
