package dev.supie.adapter.in.fuzz;

import dev.supie.adapter.in.badge.codec.CodecFuzz;
import dev.supie.adapter.in.websocket.FrameFuzz;
import dev.supie.adapter.in.websocket.HandshakeFuzz;

import java.util.Locale;

/// What takes bytes from strangers. Each has a folder of inputs under `fuzz` in the test resources:
/// what a fuzzer begins with, and what it once found.
enum FuzzTarget {
    CODEC(CodecFuzz.class),
    FRAMES(FrameFuzz.class),
    HANDSHAKE(HandshakeFuzz.class);

    private final Class<?> type;

    FuzzTarget(Class<?> type) {
        this.type = type;
    }

    String className() {
        return type.getName();
    }

    String folder() {
        return "/fuzz/" + name().toLowerCase(Locale.ROOT);
    }

    /// Feeds it one input; throws if that shows a fault.
    void feed(byte[] input) {
        switch (this) {
            case CODEC -> CodecFuzz.fuzzerTestOneInput(input);
            case FRAMES -> FrameFuzz.fuzzerTestOneInput(input);
            case HANDSHAKE -> HandshakeFuzz.fuzzerTestOneInput(input);
        }
    }
}
