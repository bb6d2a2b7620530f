package dev.supie.application.speech.port;

/// Makes decoders of the packets that badges send. Safe for use by many threads.
public interface PacketDecoders {

    /// A decoder for one connection. It is asked for when the badge is first heard, so a badge that
    /// never speaks costs none.
    PacketDecoder open(UplinkFormat format);
}
