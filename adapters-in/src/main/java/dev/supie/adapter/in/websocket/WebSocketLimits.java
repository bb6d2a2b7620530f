package dev.supie.adapter.in.websocket;

/// How much one connection may ask for (MSG-2), and all of them together.
///
/// @param textBytesMax the longest text message in UTF-8 bytes, over all its fragments
/// @param binaryBytesMax the longest binary message in bytes, over all its fragments
/// @param heldBytesMax what may wait for all peers together (MSG-7) or be half received from them,
///   not counting the first [#FREE_BYTES] each way of every one. Beyond it a peer that is behind
///   gets nothing more until it has caught up, and a message that is longer is not taken
public record WebSocketLimits(
        int textBytesMax, int binaryBytesMax, OutboundLimits outbound, long heldBytesMax) {

    public static final int FREE_BYTES = HeldShare.FREE_BYTES;

    private static final int TEXT_BYTES_MAX = 64 * 1024;
    private static final int BINARY_BYTES_MAX = 16 * 1024;
    private static final long HELD_BYTES_MAX = 32L * 1024 * 1024;

    public WebSocketLimits {
        if (textBytesMax < 1 || binaryBytesMax < 1 || heldBytesMax < 0) {
            throw new IllegalArgumentException("a limit is too small");
        }
    }

    /// What a badge gets: text of 64 KiB, binary of 16 KiB, [OutboundLimits#standard()], 32 MiB for
    /// all together.
    public static WebSocketLimits standard() {
        return new WebSocketLimits(
                TEXT_BYTES_MAX, BINARY_BYTES_MAX, OutboundLimits.standard(), HELD_BYTES_MAX);
    }

    /// The same, but so much for all together.
    public WebSocketLimits holding(long bytesMax) {
        return new WebSocketLimits(textBytesMax, binaryBytesMax, outbound, bytesMax);
    }

    int bytesMax(MessageKind kind) {
        return switch (kind) {
            case TEXT -> textBytesMax;
            case BINARY -> binaryBytesMax;
        };
    }
}
