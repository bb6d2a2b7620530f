package dev.supie.application.speaking;

import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.PacketEncoder;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.domain.speaking.Recital;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Cuts the sound of one sentence into packets; the last is filled up with silence. Packets are
/// small, so those of a whole sentence may wait, but not of one without end: what is said after
/// [#SOUND_MAX] is not heard.
final class PacketCutter implements SoundSink {

    static final Duration SOUND_MAX = Duration.ofSeconds(90);

    private static final int PACKETS_MAX = (int) SOUND_MAX.dividedBy(Recital.PACKET);

    private final Supplier<PacketEncoder> encoder;
    private final Consumer<byte[]> packets;
    private final short[] samples = new short[DownlinkFormat.PACKET_SAMPLES];
    private int filled;
    private int count;

    /// @param encoder asked for when there is something to encode
    PacketCutter(Supplier<PacketEncoder> encoder, Consumer<byte[]> packets) {
        this.encoder = encoder;
        this.packets = packets;
    }

    @Override
    public void take(short[] sound, int length) {
        int from = 0;
        while (from < length) {
            int part = Math.min(length - from, samples.length - filled);
            System.arraycopy(sound, from, samples, filled, part);
            filled += part;
            from += part;
            if (filled == samples.length) {
                encode();
            }
        }
    }

    /// Whether there was any sound.
    boolean hasBegun() {
        return count > 0 || filled > 0;
    }

    void finish() {
        if (filled > 0) {
            Arrays.fill(samples, filled, samples.length, (short) 0);
            encode();
        }
    }

    private void encode() {
        filled = 0;
        if (count < PACKETS_MAX) {
            count++;
            packets.accept(encoder.get().encode(samples));
        }
    }
}
