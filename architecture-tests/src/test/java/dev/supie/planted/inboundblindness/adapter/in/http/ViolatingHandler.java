package dev.supie.planted.inboundblindness.adapter.in.http;

import dev.supie.planted.inboundblindness.adapter.in.websocket.Socket;

/// HTTP that knows the sockets.
interface ViolatingHandler {

    Socket[] sockets();
}
