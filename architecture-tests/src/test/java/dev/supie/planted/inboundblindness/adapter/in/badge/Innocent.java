package dev.supie.planted.inboundblindness.adapter.in.badge;

import dev.supie.planted.inboundblindness.adapter.in.badge.codec.Words;
import dev.supie.planted.inboundblindness.adapter.in.websocket.Socket;

/// A badge on its socket, with its own codec.
public record Innocent(Socket socket, Words words) {}
