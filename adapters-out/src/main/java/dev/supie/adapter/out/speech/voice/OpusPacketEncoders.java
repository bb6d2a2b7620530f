package dev.supie.adapter.out.speech.voice;

import dev.supie.application.speaking.port.PacketEncoder;
import dev.supie.application.speaking.port.PacketEncoders;

import java.util.concurrent.Semaphore;

/// Encoders of Opus in plain Java; always available.
///
/// Only so many packets are encoded at a time, first come first served: when many badges are spoken
/// to at once each gets its first packet soon, and processors are left for those that are due.
public final class OpusPacketEncoders implements PacketEncoders {

    private final Semaphore places;

    /// @param packetsMax at a time; half of the processors are plenty
    public OpusPacketEncoders(int packetsMax) {
        this.places = new Semaphore(packetsMax, true);
    }

    @Override
    public PacketEncoder open() {
        OpusPacketEncoder encoder = new OpusPacketEncoder();
        return samples -> {
            // For less than a millisecond, so nobody who gives up meanwhile has to be heard.
            places.acquireUninterruptibly();
            try {
                return encoder.encode(samples);
            } finally {
                places.release();
            }
        };
    }
}
