package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Encodes sound as a badge does: 16 kHz mono, about 24 kbit/s, variable rate, DTX, complexity 0.
final class BadgeMicrophone {

    private static final int BITS_PER_SECOND = 24_000;
    private static final int PACKET_BYTES_MAX = 1_500;

    private BadgeMicrophone() {}

    /// The packets of this sound; the last one is filled up with silence.
    static List<byte[]> packets(short[] samples, Duration packet) {
        try {
            OpusEncoder opus =
                    new OpusEncoder(PcmFrame.SAMPLE_RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            opus.setBitrate(BITS_PER_SECOND);
            opus.setComplexity(0);
            opus.setUseVBR(true);
            opus.setUseDTX(true);
            return encode(opus, samples, PcmFrame.samplesIn(packet));
        } catch (OpusException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<byte[]> encode(OpusEncoder opus, short[] samples, int step)
            throws OpusException {
        List<byte[]> packets = new ArrayList<>();
        byte[] packet = new byte[PACKET_BYTES_MAX];
        for (int from = 0; from < samples.length; from += step) {
            short[] piece = Arrays.copyOfRange(samples, from, from + step);
            int length = opus.encode(piece, 0, step, packet, 0, packet.length);
            packets.add(Arrays.copyOf(packet, length));
        }
        return packets;
    }
}
