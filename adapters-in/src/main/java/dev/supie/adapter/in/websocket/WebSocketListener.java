package dev.supie.adapter.in.websocket;

/// The application's side of one connection.
///
/// All calls of one connection come from its reading thread, one after the other; while one runs
/// nothing more is read from that peer, no ping of it is answered, and its end is not noticed. So
/// slow work is handed off. An exception out of a call is logged and closes the connection with
/// [CloseCodes#INTERNAL_ERROR].
public interface WebSocketListener {

    /// The upgrade is done: `connection` takes messages from now on.
    void onOpen(WebSocketConnection connection);

    /// A frame of any kind has come, part of a message, ping and pong included: the peer lives
    /// (MSG-8). Comes before what the frame itself leads to.
    default void onFrame() {}

    /// A whole text message, fragments joined.
    void onText(String text);

    /// A whole binary message, fragments joined. The array is the listener's.
    void onBinary(byte[] bytes);

    /// A message has grown over `bytesMax`. What is sent from here still reaches the peer; then the
    /// connection is closed with [CloseCodes#TOO_LARGE].
    void onTooLarge(MessageKind kind, int bytesMax);

    /// The connection has ended. Comes exactly once for every listener that was accepted, as its
    /// last call, whatever the cause; [#onOpen] is missing before it if the peer was gone before
    /// the upgrade was done.
    void onClosed(WebSocketEnd end);
}
