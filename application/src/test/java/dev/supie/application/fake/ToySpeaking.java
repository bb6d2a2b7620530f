package dev.supie.application.fake;

import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.PacketEncoder;
import dev.supie.application.speaking.port.PacketEncoders;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// Sound that a test can read: a letter is one packet long and as loud as its number, and the
/// packet of it is that letter. So whatever a badge is sent has really been sound on the way.
public final class ToySpeaking implements PacketEncoders {

    private static final int LETTER_STEP = 64;

    private final AtomicInteger opened = new AtomicInteger();

    /// Encoders that were asked for.
    public int opened() {
        return opened.get();
    }

    /// The sound of one letter.
    static short[] sound(char letter) {
        short[] samples = new short[DownlinkFormat.PACKET_SAMPLES];
        Arrays.fill(samples, (short) (letter * LETTER_STEP));
        return samples;
    }

    @Override
    public PacketEncoder open() {
        opened.incrementAndGet();
        return samples -> {
            if (samples.length != DownlinkFormat.PACKET_SAMPLES) {
                throw new IllegalArgumentException("not one packet");
            }
            return new byte[] {(byte) (samples[0] / LETTER_STEP)};
        };
    }
}
