package dev.supie.domain.connection;

import dev.supie.domain.peer.Manners;

/// What a badge said it can do in its hello (CON-2); nothing until it did.
///
/// @param peer how it takes messages of other badges (PEER-7)
/// @param receipts whether it wants to hear how its own messages end (PEER-6)
public record ClientFeatures(boolean mcp, Manners peer, boolean receipts) {

    public static final ClientFeatures NONE = new ClientFeatures(false, Manners.PLAIN, false);

    /// Of a badge that takes as many messages at a time as most do.
    public ClientFeatures(boolean mcp, boolean peerAck) {
        this(mcp, new Manners(peerAck, Manners.WINDOW_USUAL), false);
    }
}
