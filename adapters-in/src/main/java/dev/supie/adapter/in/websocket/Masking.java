package dev.supie.adapter.in.websocket;

/// The XOR that clients lay over their payloads (RFC 6455 §5.3).
final class Masking {

    private static final int KEY_BYTES = 4;

    private Masking() {}

    /// Takes the mask off `bytes[from, to)` in place.
    ///
    /// @param offset how many bytes of the same payload came before `from`
    static void remove(byte[] bytes, int from, int to, int maskingKey, long offset) {
        int key = Integer.rotateLeft(maskingKey, (int) (offset % KEY_BYTES) * Byte.SIZE);
        for (int at = from; at < to; at++) {
            key = Integer.rotateLeft(key, Byte.SIZE);
            bytes[at] ^= (byte) key;
        }
    }
}
