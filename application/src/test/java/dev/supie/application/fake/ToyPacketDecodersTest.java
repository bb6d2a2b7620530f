package dev.supie.application.fake;

import dev.supie.application.contract.PacketDecoderContract;
import dev.supie.application.speech.port.PacketDecoders;

import java.time.Duration;
import java.util.List;

class ToyPacketDecodersTest extends PacketDecoderContract {

    @Override
    protected PacketDecoders decoders() {
        return new ToyPacketDecoders();
    }

    @Override
    protected List<byte[]> speech(Duration packet) {
        return ToySpeech.packets("hello-everybody", packet);
    }

    @Override
    protected byte[] nothingHeard() {
        return ToySpeech.silence();
    }

    @Override
    protected byte[] damaged() {
        return ToySpeech.damaged();
    }
}
