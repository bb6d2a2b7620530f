package dev.supie.adapter.out.speech.voice;

import dev.supie.application.speaking.port.PacketEncoder;
import dev.supie.application.speaking.port.PacketEncoders;

/// Encoders of Opus in plain Java; always available.
public final class OpusPacketEncoders implements PacketEncoders {

    @Override
    public PacketEncoder open() {
        return new OpusPacketEncoder();
    }
}
