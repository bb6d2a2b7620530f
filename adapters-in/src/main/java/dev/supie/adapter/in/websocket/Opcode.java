package dev.supie.adapter.in.websocket;

import java.util.List;
import java.util.Optional;

/// What a frame is (RFC 6455 §5.2); the other ten codes are reserved and mean a broken peer.
enum Opcode {
    CONTINUATION(0x0),
    TEXT(0x1),
    BINARY(0x2),
    CLOSE(0x8),
    PING(0x9),
    PONG(0xA);

    private static final int FIRST_CONTROL = 0x8;

    /// Once, because every frame asks.
    private static final List<Opcode> ALL = List.of(values());

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    static Optional<Opcode> of(int code) {
        for (Opcode opcode : ALL) {
            if (opcode.code == code) {
                return Optional.of(opcode);
            }
        }
        return Optional.empty();
    }

    int code() {
        return code;
    }

    boolean isControl() {
        return code >= FIRST_CONTROL;
    }
}
