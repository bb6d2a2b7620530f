package dev.supie.adapter.in.fuzz;

import dev.supie.adapter.in.badge.codec.CodecFuzz;
import dev.supie.adapter.in.websocket.FrameFuzz;
import dev.supie.adapter.in.websocket.HandshakeFuzz;

import java.util.Locale;
import java.util.function.Consumer;

/// What takes bytes from strangers. Each has a folder of inputs under `fuzz` in the test resources:
/// what a fuzzer begins with, and what it once found.
enum FuzzTarget {
    CODEC(CodecFuzz.class, CodecFuzz::fuzzerTestOneInput),
    FRAMES(FrameFuzz.class, FrameFuzz::fuzzerTestOneInput),
    HANDSHAKE(HandshakeFuzz.class, HandshakeFuzz::fuzzerTestOneInput);

    private final Class<?> type;
    private final Consumer<byte[]> once;

    FuzzTarget(Class<?> type, Consumer<byte[]> once) {
        this.type = type;
        this.once = once;
    }

    String className() {
        return type.getName();
    }

    String folder() {
        return "/fuzz/" + name().toLowerCase(Locale.ROOT);
    }

    /// Feeds it one input; throws if that shows a fault.
    void feed(byte[] input) {
        once.accept(input);
    }
}
