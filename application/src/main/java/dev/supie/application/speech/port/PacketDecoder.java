package dev.supie.application.speech.port;

/// Turns the packets of one connection into sound, in the order in which they were sent.
///
/// Not safe for use by many threads at once; calls may come from one thread after another. A call
/// computes and never blocks. Nothing a badge sends makes it throw.
public interface PacketDecoder extends AutoCloseable {

    /// More than this is not made up for packets that were lost; what is concealed longer only
    /// drones.
    int CONCEALED_MAX = 5;

    /// The sound of a packet of whatever length, at most [UplinkFormat#PACKET_MAX].
    ///
    /// A packet of 1 to 3 bytes says that the badge hears nothing (DTX); an empty one counts as one
    /// that was not sent, and is concealed. Both are sound, not damage (LIS-8, T27).
    Decoded decode(byte[] packet);

    /// Sound in place of packets that are known to be missing, each of [UplinkFormat#packet]; for
    /// at most [#CONCEALED_MAX] of them.
    PcmFrame conceal(int lost);

    /// Forgets all packets so far, as a new decoder would not know them: when listening begins, and
    /// after damage (LIS-8).
    void reset();

    /// Gives back what it holds; repeating it is harmless.
    @Override
    void close();
}
