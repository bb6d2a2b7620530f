package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Joins the fragments of one message under its total limit and checks text while it arrives.
///
/// Holds no more than twice the bytes that really came, whatever lengths the peer announces and
/// into however many fragments it cuts them, and nothing between messages. Not for use by two
/// threads.
final class MessageAssembler {

    private static final byte[] NOTHING = {};

    private final WebSocketLimits limits;
    private final HeldShare share;
    private final Utf8Validator validator = new Utf8Validator();
    private boolean insideMessage;
    private MessageKind kind = MessageKind.TEXT;
    private byte[] bytes = NOTHING;
    private int size;

    MessageAssembler(WebSocketLimits limits, HeldShare share) {
        this.limits = limits;
        this.share = share;
    }

    boolean isInsideMessage() {
        return insideMessage;
    }

    void begin(MessageKind kindOfMessage) {
        insideMessage = true;
        kind = kindOfMessage;
    }

    /// Refuses a frame that would take the message over its limit, before any of it is held.
    Optional<Inbound> admit(long frameBytes) {
        int bytesMax = limits.bytesMax(kind);
        return frameBytes > bytesMax - size
                ? Optional.of(new Inbound.TooLarge(kind, bytesMax))
                : Optional.empty();
    }

    /// Adds `count` masked bytes of an admitted frame; a violation if they cannot be text, and
    /// [Inbound.NoRoom] if others have left no room to hold them.
    Optional<Inbound> add(ByteBuffer input, int count, int maskingKey, long offsetInFrame) {
        if (!makeRoom(count)) {
            return Optional.of(new Inbound.NoRoom());
        }
        int end = size + count;
        input.get(bytes, size, count);
        Masking.remove(bytes, size, end, maskingKey, offsetInFrame);
        boolean valid = kind == MessageKind.BINARY || validator.accepts(bytes, size, end);
        size = end;
        return valid ? Optional.empty() : Optional.of(invalidText());
    }

    /// The whole message; a violation if its text breaks off inside a character.
    Inbound finish() {
        Inbound message =
                switch (kind) {
                    case TEXT -> validator.isComplete() ? text() : invalidText();
                    case BINARY -> new Inbound.Binary(exactBytes());
                };
        forget();
        return message;
    }

    /// Drops what has been collected.
    void forget() {
        insideMessage = false;
        validator.restart();
        bytes = NOTHING;
        size = 0;
        share.hold(0);
    }

    private boolean makeRoom(int count) {
        int needed = size + count;
        if (needed <= bytes.length) {
            return true;
        }
        int doubled = Math.min(2 * bytes.length, limits.bytesMax(kind));
        int room = Math.max(needed, doubled);
        if (!share.hasRoomFor(room)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, room);
        share.hold(room);
        return true;
    }

    private Inbound text() {
        return new Inbound.Text(new String(bytes, 0, size, UTF_8));
    }

    private byte[] exactBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private static Inbound invalidText() {
        return new Inbound.Violation(CloseCodes.INVALID_TEXT, "text is not UTF-8", false);
    }
}
