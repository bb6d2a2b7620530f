package dev.supie.application.speech.port;

/// What came of decoding a packet.
public sealed interface Decoded {

    record Audio(PcmFrame frame) implements Decoded {}

    /// It is not a packet of sound (LIS-8). Whoever sees it counts it and resets the decoder.
    ///
    /// @param reason a few words for the log
    record Damaged(String reason) implements Decoded {}
}
