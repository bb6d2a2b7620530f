package dev.supie.adapter.out.speech.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.PacketEncoder;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// What badges decode with the usual parameters of the hello (CON-1).
class OpusPacketEncodersTest {

    private static final int HERTZ = 440;
    private static final int LOUDNESS = 8_000;

    /// One channel, up to 8 kHz (RFC 6716, table 2).
    private static final byte ONE_FRAME_OF_60_MILLIS = 0x58;

    private static short[] tone(int packet) {
        short[] samples = new short[DownlinkFormat.PACKET_SAMPLES];
        for (int index = 0; index < samples.length; index++) {
            int at = packet * samples.length + index;
            double turn = 2 * Math.PI * HERTZ * at / DownlinkFormat.SAMPLE_RATE;
            samples[index] = (short) (LOUDNESS * Math.sin(turn));
        }
        return samples;
    }

    private static List<byte[]> packets(int count) {
        PacketEncoder encoder = new OpusPacketEncoders(1).open();
        List<byte[]> packets = new ArrayList<>();
        for (int packet = 0; packet < count; packet++) {
            packets.add(encoder.encode(tone(packet)));
        }
        return packets;
    }

    @Test
    void eachPacketIsOneFrameOfSixtyMillisAndSmall() {
        for (byte[] packet : packets(20)) {
            assertEquals(ONE_FRAME_OF_60_MILLIS, packet[0]);
            assertTrue(packet.length > 3 && packet.length < 400, () -> "" + packet.length);
        }
    }

    /// Badges decode at the rate of the hello, and at that of their own sound.
    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 48_000})
    void whatIsDecodedSoundsTheSame(int rate) throws OpusException {
        OpusDecoder decoder = new OpusDecoder(rate, 1);
        short[] decoded = new short[rate * 60 / 1_000];
        double energy = 0;
        int crossings = 0;
        List<byte[]> packets = packets(21);
        for (byte[] packet : packets.subList(0, 1)) {
            decoder.decode(packet, 0, packet.length, decoded, 0, decoded.length, false);
        }
        for (byte[] packet : packets.subList(1, 21)) {
            short before = decoded[decoded.length - 1];
            int count = decoder.decode(packet, 0, packet.length, decoded, 0, decoded.length, false);
            assertEquals(decoded.length, count);
            for (short sample : decoded) {
                energy += (double) sample * sample;
                crossings += before < 0 && sample >= 0 ? 1 : 0;
                before = sample;
            }
        }
        double seconds = 20 * 0.06;
        assertEquals(HERTZ, crossings / seconds, 5);
        assertEquals(LOUDNESS, Math.sqrt(2 * energy / (seconds * rate)), LOUDNESS * 0.1);
    }

    @Test
    void anythingElseThanOnePacketIsRefused() {
        PacketEncoder encoder = new OpusPacketEncoders(1).open();
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(new short[960]));
    }
}
