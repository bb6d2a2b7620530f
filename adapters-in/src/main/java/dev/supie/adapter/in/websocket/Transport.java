package dev.supie.adapter.in.websocket;

import java.io.UncheckedIOException;

/// The TCP or TLS connection below the frames.
interface Transport {

    /// Waits for bytes; an empty array means that none will ever come again.
    byte[] read();

    /// Hands `length` bytes from `offset` to the socket and waits until it has taken them. An
    /// interrupt ends the wait and the connection.
    ///
    /// @throws UncheckedIOException if the connection is gone
    void write(byte[] bytes, int offset, int length);

    /// Closes the connection without waiting for anything, whatever other threads are doing on it,
    /// provided that none is inside [#write]; harmless if repeated.
    void close();
}
