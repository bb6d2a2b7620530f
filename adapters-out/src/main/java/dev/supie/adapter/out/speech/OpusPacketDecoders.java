package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PacketDecoders;
import dev.supie.application.speech.port.UplinkFormat;

/// Decoders of Opus in plain Java; always available.
public final class OpusPacketDecoders implements PacketDecoders {

    @Override
    public PacketDecoder open(UplinkFormat format) {
        return new OpusPacketDecoder(format);
    }
}
