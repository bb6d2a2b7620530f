/// WebSocket as RFC 6455 describes it, on Helidon's listener and connection threads but with a
/// frame layer of our own: Helidon's breaks text split over fragments, answers no pings, lets two
/// senders interleave their bytes, and waits for ever on a peer that stopped reading.
///
/// It carries text and bytes and knows nothing of what they mean. The way in is [WebSocketUpgrade];
/// whoever uses it gives a [WebSocketEndpoint] and gets a [WebSocketConnection].
@NullMarked
package dev.supie.adapter.in.websocket;

import org.jspecify.annotations.NullMarked;
