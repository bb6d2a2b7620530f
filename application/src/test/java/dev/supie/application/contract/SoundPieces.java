package dev.supie.application.contract;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A long sound as the short pieces in which it arrives; the last may be shorter.
final class SoundPieces {

    private SoundPieces() {}

    static List<PcmFrame> of(PcmFrame sound, Duration piece) {
        short[] all = new short[sound.length()];
        sound.copyTo(all, 0);
        int step = PcmFrame.samplesIn(piece);
        List<PcmFrame> pieces = new ArrayList<>();
        for (int from = 0; from < all.length; from += step) {
            int count = Math.min(step, all.length - from);
            short[] samples = new short[count];
            System.arraycopy(all, from, samples, 0, count);
            pieces.add(PcmFrame.of(samples, count));
        }
        return pieces;
    }
}
