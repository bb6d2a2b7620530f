package dev.supie.adapter.out.speech.voice;

import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.PacketEncoder;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusBandwidth;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;

import java.util.Arrays;

/// Opus of one answer: one packet is about 150 bytes. Holds about 50 kB.
///
/// It is kept to sounds up to 8 kHz, which is all that synthesizers make and small speakers give.
/// With more it would mix two codings and pack three frames of 20 ms, which takes badges more work,
/// and which the decoder of this library plays as silence at any rate but 48 kHz.
final class OpusPacketEncoder implements PacketEncoder {

    private static final int CHANNELS = 1;

    /// Enough for speech at this rate; badges are on weak networks.
    private static final int BITS_PER_SECOND = 24_000;

    /// The least work: half of what the next better costs, and hardly heard from a small speaker.
    private static final int COMPLEXITY = 0;

    /// More than a packet of this rate ever has.
    private static final int PACKET_BYTES_MAX = 1_275;

    private final OpusEncoder opus;
    private final byte[] packet = new byte[PACKET_BYTES_MAX];

    OpusPacketEncoder() {
        try {
            opus =
                    new OpusEncoder(
                            DownlinkFormat.SAMPLE_RATE,
                            CHANNELS,
                            OpusApplication.OPUS_APPLICATION_VOIP);
        } catch (OpusException impossible) {
            throw new IllegalStateException("Opus knows 24 kHz mono", impossible);
        }
        opus.setBitrate(BITS_PER_SECOND);
        opus.setComplexity(COMPLEXITY);
        opus.setUseVBR(true);
        opus.setMaxBandwidth(OpusBandwidth.OPUS_BANDWIDTH_WIDEBAND);
    }

    @Override
    public byte[] encode(short[] samples) {
        if (samples.length != DownlinkFormat.PACKET_SAMPLES) {
            throw new IllegalArgumentException("not one packet: " + samples.length);
        }
        try {
            int length = opus.encode(samples, 0, samples.length, packet, 0, packet.length);
            return Arrays.copyOf(packet, length);
        } catch (OpusException impossible) {
            throw new IllegalStateException("Opus encodes any samples", impossible);
        }
    }
}
