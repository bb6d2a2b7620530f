package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.Decoded;
import dev.supie.application.speech.port.PacketDecoder;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.UplinkFormat;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;

import java.util.Arrays;

/// Opus of one connection (T15, T27): whatever the badge encoded at, what comes out has
/// [PcmFrame#SAMPLE_RATE]. Holds about 25 kB.
final class OpusPacketDecoder implements PacketDecoder {

    private static final int CHANNELS = 1;

    /// A packet may decode to any length up to this, whatever was announced.
    private static final int SAMPLES_MAX = PcmFrame.samplesIn(UplinkFormat.PACKET_MAX);

    private final OpusDecoder opus;
    private final int usualSamples;
    private final short[] samples = new short[SAMPLES_MAX];

    OpusPacketDecoder(UplinkFormat format) {
        this.usualSamples = PcmFrame.samplesIn(format.packet());
        try {
            this.opus = new OpusDecoder(PcmFrame.SAMPLE_RATE, CHANNELS);
        } catch (OpusException impossible) {
            throw new IllegalStateException("Opus knows 16 kHz mono", impossible);
        }
    }

    /// The codec reports damage by its exception, but also by running over its arrays and by failed
    /// assertions, which are errors: all three mean the packet and nothing else.
    @Override
    public Decoded decode(byte[] packet) {
        if (packet.length == 0) {
            return new Decoded.Audio(conceal(1));
        }
        try {
            int count = opus.decode(packet, 0, packet.length, samples, 0, SAMPLES_MAX, false);
            return new Decoded.Audio(PcmFrame.of(samples, count));
        } catch (OpusException | RuntimeException | AssertionError damage) {
            return new Decoded.Damaged("not a packet of Opus: " + reason(damage));
        }
    }

    private static String reason(Throwable damage) {
        String message = damage.getMessage();
        return message == null ? damage.getClass().getSimpleName() : message;
    }

    @Override
    public PcmFrame conceal(int lost) {
        int packets = Math.clamp(lost, 0, CONCEALED_MAX);
        short[] concealed = new short[packets * usualSamples];
        for (int packet = 0; packet < packets; packet++) {
            concealOne(concealed, packet * usualSamples);
        }
        return PcmFrame.of(concealed, concealed.length);
    }

    /// A length that the codec cannot conceal stays silent.
    private void concealOne(short[] target, int position) {
        try {
            opus.decode(null, 0, 0, samples, 0, usualSamples, false);
            System.arraycopy(samples, 0, target, position, usualSamples);
        } catch (OpusException | RuntimeException | AssertionError _) {
            Arrays.fill(target, position, position + usualSamples, (short) 0);
        }
    }

    @Override
    public void reset() {
        opus.resetState();
    }

    @Override
    public void close() {
        // It holds nothing but memory.
    }
}
