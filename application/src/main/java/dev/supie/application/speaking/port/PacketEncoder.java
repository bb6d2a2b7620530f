package dev.supie.application.speaking.port;

/// Turns the sound of one answer into packets, in the order in which it is played.
///
/// Not safe for use by many threads at once; calls may come from one thread after another. It
/// computes, and holds nothing but memory.
@FunctionalInterface
public interface PacketEncoder {

    /// One packet of Opus.
    ///
    /// @param samples exactly [DownlinkFormat#PACKET_SAMPLES]
    byte[] encode(short[] samples);
}
