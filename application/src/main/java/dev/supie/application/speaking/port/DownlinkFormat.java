package dev.supie.application.speaking.port;

import dev.supie.domain.speaking.Recital;

/// The sound that badges are sent, as the hello says (CON-1): one channel of signed 16 bits.
public final class DownlinkFormat {

    /// Samples a second.
    public static final int SAMPLE_RATE = 24_000;

    /// Samples in one packet, of [Recital#PACKET].
    public static final int PACKET_SAMPLES =
            (int) (SAMPLE_RATE * Recital.PACKET.toMillis() / 1_000);

    private DownlinkFormat() {}
}
