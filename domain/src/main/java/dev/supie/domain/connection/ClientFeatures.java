package dev.supie.domain.connection;

/// What a badge said it can do in its hello (CON-2); nothing until it did.
public record ClientFeatures(boolean mcp, boolean peerAck) {

    public static final ClientFeatures NONE = new ClientFeatures(false, false);
}
