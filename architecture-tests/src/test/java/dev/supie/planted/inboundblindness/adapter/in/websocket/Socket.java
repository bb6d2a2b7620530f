package dev.supie.planted.inboundblindness.adapter.in.websocket;

/// A socket.
public interface Socket {}
