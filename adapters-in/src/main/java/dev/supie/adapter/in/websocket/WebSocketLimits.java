package dev.supie.adapter.in.websocket;

/// How much one connection may ask for (MSG-2).
///
/// @param textBytesMax the longest text message in UTF-8 bytes, over all its fragments
/// @param binaryBytesMax the longest binary message in bytes, over all its fragments
public record WebSocketLimits(int textBytesMax, int binaryBytesMax, OutboundLimits outbound) {

    private static final int TEXT_BYTES_MAX = 64 * 1024;
    private static final int BINARY_BYTES_MAX = 16 * 1024;

    public WebSocketLimits {
        if (textBytesMax < 1 || binaryBytesMax < 1) {
            throw new IllegalArgumentException("a limit must be at least 1");
        }
    }

    /// What a badge gets: text of 64 KiB, binary of 16 KiB, [OutboundLimits#standard()].
    public static WebSocketLimits standard() {
        return new WebSocketLimits(TEXT_BYTES_MAX, BINARY_BYTES_MAX, OutboundLimits.standard());
    }

    int bytesMax(MessageKind kind) {
        return switch (kind) {
            case TEXT -> textBytesMax;
            case BINARY -> binaryBytesMax;
        };
    }
}
