package dev.supie.application.speech.port;

import java.time.Duration;

/// How a badge sends what it hears: mono Opus, one packet each `packet` of time, as its hello said
/// (T15). Packets of another length are decoded all the same; this is the length of one that is
/// lost or empty.
///
/// @param packet 20, 40 or 60 ms from badges; [#PACKET_MIN] to [#PACKET_MAX] in all
public record UplinkFormat(Duration packet) {

    /// The least and the most that a packet of Opus can hold.
    public static final Duration PACKET_MIN = Duration.ofNanos(2_500_000);

    public static final Duration PACKET_MAX = Duration.ofMillis(120);

    /// What stock firmware sends, and what a badge means that does not say.
    public static final UplinkFormat USUAL = new UplinkFormat(Duration.ofMillis(60));

    public UplinkFormat {
        if (packet.compareTo(PACKET_MIN) < 0 || packet.compareTo(PACKET_MAX) > 0) {
            throw new IllegalArgumentException("no packet of Opus lasts " + packet);
        }
    }
}
