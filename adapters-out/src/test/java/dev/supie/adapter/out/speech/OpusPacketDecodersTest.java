package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.contract.PacketDecoderContract;
import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PacketDecoders;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class OpusPacketDecodersTest extends PacketDecoderContract {

    private static final int CORRUPTED = 100_000;
    private static final Duration USUAL = UplinkFormat.USUAL.packet();

    @Override
    protected PacketDecoders decoders() {
        return new OpusPacketDecoders();
    }

    @Override
    protected List<byte[]> speech(Duration packet) {
        return BadgeMicrophone.packets(Voices.own("austen-0880.wav").samples(), packet);
    }

    /// What an encoder with DTX sends: only the head of a packet of 60 ms.
    @Override
    protected byte[] nothingHeard() {
        return new byte[] {0x58};
    }

    /// Code 3 with no frames, which RFC 6716 forbids.
    @Override
    protected byte[] damaged() {
        return new byte[] {0x5b, 0, 1, 2, 3};
    }

    @Test
    void aPacketOf120MillisFits() {
        Duration longest = UplinkFormat.PACKET_MAX;
        byte[] two = twoFrames(speech(USUAL).get(10));
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            if (decoder.decode(two) instanceof Decoded.Audio(PcmFrame frame)) {
                assertEquals(longest, frame.duration());
            } else {
                throw new AssertionError("not decoded");
            }
        }
    }

    /// Code 1 of RFC 6716: two frames of equal size behind one head.
    private static byte[] twoFrames(byte[] packet) {
        int length = packet.length - 1;
        byte[] two = new byte[1 + 2 * length];
        two[0] = (byte) (packet[0] | 1);
        System.arraycopy(packet, 1, two, 1, length);
        System.arraycopy(packet, 1, two, 1 + length, length);
        return two;
    }

    /// LIS-8: bits flipped, ends cut off, anything; the decoder is not reset in between.
    @Test
    void aHundredThousandCorruptedPacketsHarmNothing() {
        Random random = new Random(8);
        List<byte[]> good = speech(USUAL);
        int damaged = 0;
        try (PacketDecoder decoder = decoders().open(UplinkFormat.USUAL)) {
            for (int round = 0; round < CORRUPTED; round++) {
                byte[] packet = corrupted(good.get(round % good.size()), random);
                damaged += decoder.decode(packet) instanceof Decoded.Damaged ? 1 : 0;
            }
            decoder.reset();
            try (PacketDecoder fresh = decoders().open(UplinkFormat.USUAL)) {
                good.forEach(packet -> assertEquals(fresh.decode(packet), decoder.decode(packet)));
            }
        }
        assertTrue(damaged > 0 && damaged < CORRUPTED, "some were found damaged: " + damaged);
    }

    private static byte[] corrupted(byte[] good, Random random) {
        byte[] packet =
                random.nextInt(4) == 0
                        ? Arrays.copyOf(good, 1 + random.nextInt(good.length))
                        : good.clone();
        int flips = 1 + random.nextInt(6);
        for (int flip = 0; flip < flips; flip++) {
            packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return packet;
    }
}
