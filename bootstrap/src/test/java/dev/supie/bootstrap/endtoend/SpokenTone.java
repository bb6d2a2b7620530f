package dev.supie.bootstrap.endtoend;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sound as a badge sends it, for services that do not really listen: a tone, in packets of 60 ms.
final class SpokenTone {

    private static final int SAMPLE_RATE = 16_000;
    private static final int PACKET_MILLIS = 60;
    private static final int PACKET_SAMPLES = SAMPLE_RATE * PACKET_MILLIS / 1_000;
    private static final int PACKET_BYTES_MAX = 1_500;
    private static final int HERTZ = 300;
    private static final int LOUDNESS = 8_000;

    private SpokenTone() {}

    static List<byte[]> packets(Duration duration) {
        try {
            OpusEncoder opus =
                    new OpusEncoder(SAMPLE_RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            List<byte[]> packets = new ArrayList<>();
            byte[] packet = new byte[PACKET_BYTES_MAX];
            for (int index = 0; index < duration.toMillis() / PACKET_MILLIS; index++) {
                int length = opus.encode(tone(index), 0, PACKET_SAMPLES, packet, 0, packet.length);
                packets.add(Arrays.copyOf(packet, length));
            }
            return packets;
        } catch (OpusException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static short[] tone(int packet) {
        short[] samples = new short[PACKET_SAMPLES];
        for (int index = 0; index < samples.length; index++) {
            double seconds = (double) (packet * PACKET_SAMPLES + index) / SAMPLE_RATE;
            samples[index] = (short) (LOUDNESS * Math.sin(2 * Math.PI * HERTZ * seconds));
        }
        return samples;
    }
}
