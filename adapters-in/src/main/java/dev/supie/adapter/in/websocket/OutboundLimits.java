package dev.supie.adapter.in.websocket;

import java.time.Duration;

/// How much may wait for a peer, and how long the peer may let it wait (MSG-7, T31).
///
/// @param messagesMax messages that wait or are being written
/// @param bytesMax bytes on the wire that wait or are being written
/// @param writeMax one write to the socket, at most 64 KiB; after it the connection is cut. Also
///   how long our Close frame may wait to be written
/// @param fullMax how long the queue may overflow, from the first message without room until half
///   of the room is free again, before the peer is closed as too slow
/// @param closeAnswerMax how long the peer may take to answer our Close frame before TCP is closed
public record OutboundLimits(
        int messagesMax,
        int bytesMax,
        Duration writeMax,
        Duration fullMax,
        Duration closeAnswerMax) {

    private static final int MESSAGES_MAX = 256;
    private static final int BYTES_MAX = 1024 * 1024;
    private static final Duration WRITE_MAX = Duration.ofSeconds(5);
    private static final Duration FULL_MAX = Duration.ofSeconds(10);
    private static final Duration CLOSE_ANSWER_MAX = Duration.ofSeconds(2);

    public OutboundLimits {
        if (messagesMax < 1 || bytesMax < 1) {
            throw new IllegalArgumentException("a limit must be at least 1");
        }
        if (!writeMax.isPositive() || !fullMax.isPositive() || !closeAnswerMax.isPositive()) {
            throw new IllegalArgumentException("a deadline must be positive");
        }
    }

    /// 256 messages, 1 MiB, 5 s to write, 10 s full, 2 s for the peer's Close frame.
    public static OutboundLimits standard() {
        return new OutboundLimits(MESSAGES_MAX, BYTES_MAX, WRITE_MAX, FULL_MAX, CLOSE_ANSWER_MAX);
    }
}
