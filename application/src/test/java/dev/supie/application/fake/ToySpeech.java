package dev.supie.application.fake;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Speech that a test can write and read: each letter is a packet of its own and sounds as loud as
/// its number. So whatever comes out of a recognizer has really gone all the way as sound: a letter
/// that is missing, doubled or out of order was lost, doubled or overtaken on the way.
public final class ToySpeech {

    /// What is louder is a letter.
    static final int LOUD = 1_000;

    private static final byte VOICE = 'V';
    private static final int LETTER_STEP = 64;
    private static final int SHADE_STEP = 32;
    private static final int VOICE_BYTES = 4;

    private ToySpeech() {}

    /// One packet a letter, each of this length.
    public static List<byte[]> packets(String text, Duration packet) {
        List<byte[]> packets = new ArrayList<>();
        for (int index = 0; index < text.length(); index++) {
            packets.add(
                    new byte[] {
                        VOICE,
                        (byte) text.charAt(index),
                        // Two letters that are the same must not sound like one long one.
                        (byte) (index % 2),
                        (byte) packet.toMillis()
                    });
        }
        return packets;
    }

    /// What the badge sends while nobody speaks.
    public static byte[] silence() {
        return new byte[] {1};
    }

    /// Long enough for a packet, but none.
    public static byte[] damaged() {
        return new byte[] {'?', '?', '?', '?', '?'};
    }

    /// The text as one long sound.
    public static PcmFrame sound(String text, Duration letter) {
        int step = PcmFrame.samplesIn(letter);
        short[] samples = new short[step * text.length()];
        List<byte[]> packets = packets(text, letter);
        for (int index = 0; index < packets.size(); index++) {
            sound(packets.get(index)).copyTo(samples, index * step);
        }
        return PcmFrame.of(samples, samples.length);
    }

    static boolean isVoice(byte[] packet) {
        return packet.length == VOICE_BYTES && packet[0] == VOICE && packet[1] >= ' ';
    }

    static PcmFrame sound(byte[] packet) {
        int level = packet[1] * LETTER_STEP + packet[2] * SHADE_STEP;
        return level(level, Duration.ofMillis(packet[3]));
    }

    /// A sound of one loudness.
    public static PcmFrame level(int level, Duration duration) {
        short[] samples = new short[PcmFrame.samplesIn(duration)];
        Arrays.fill(samples, (short) level);
        return PcmFrame.of(samples, samples.length);
    }

    /// The letters in these samples.
    public static String read(List<PcmFrame> frames) {
        StringBuilder text = new StringBuilder();
        int before = 0;
        for (PcmFrame frame : frames) {
            for (int index = 0; index < frame.length(); index++) {
                int level = frame.sample(index);
                if (level != before && level > LOUD) {
                    text.append((char) (level / LETTER_STEP));
                }
                before = level;
            }
        }
        return text.toString();
    }
}
