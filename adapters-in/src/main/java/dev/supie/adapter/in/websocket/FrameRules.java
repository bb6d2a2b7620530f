package dev.supie.adapter.in.websocket;

import java.util.Optional;

/// What RFC 6455 §5 forbids in a client's frame header, given what came before it.
final class FrameRules {

    static final int CONTROL_BYTES_MAX = 125;

    private FrameRules() {}

    /// Says which rule `header` breaks, if any; the text becomes the reason of the Close frame.
    static Optional<String> broken(FrameHeader header, boolean insideMessage) {
        if (header.usesReservedBits()) {
            return Optional.of("reserved bit set");
        }
        if (!header.isMasked()) {
            return Optional.of("frame is not masked");
        }
        if (header.length() < 0 || !header.usesShortestLength()) {
            return Optional.of("length is badly encoded");
        }
        return Opcode.of(header.opcode())
                .map(opcode -> brokenBy(opcode, header, insideMessage))
                .orElse(Optional.of("reserved opcode"));
    }

    private static Optional<String> brokenBy(
            Opcode opcode, FrameHeader header, boolean insideMessage) {
        return switch (opcode) {
            case CONTINUATION -> when(!insideMessage, "continuation of nothing");
            case TEXT, BINARY -> when(insideMessage, "message inside a fragmented message");
            case CLOSE, PING, PONG -> brokenByControl(header);
        };
    }

    private static Optional<String> brokenByControl(FrameHeader header) {
        return header.isFinal()
                ? when(header.length() > CONTROL_BYTES_MAX, "control frame is too long")
                : Optional.of("control frame is fragmented");
    }

    private static Optional<String> when(boolean broken, String reason) {
        return broken ? Optional.of(reason) : Optional.empty();
    }
}
