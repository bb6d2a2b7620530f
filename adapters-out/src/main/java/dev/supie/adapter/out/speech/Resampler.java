package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

/// Brings sound of any rate to [PcmFrame#SAMPLE_RATE], through a low-pass filter (a windowed sinc),
/// so that nothing from above the new band is heard in it. Made for files, not for badges.
final class Resampler {

    /// Zero crossings of the filter to each side; more is sharper and slower.
    private static final int LOBES = 16;

    private Resampler() {}

    static short[] resample(short[] samples, int rate) {
        if (rate == PcmFrame.SAMPLE_RATE) {
            return samples;
        }
        double step = (double) rate / PcmFrame.SAMPLE_RATE;
        // Towards a lower rate the filter has to be as much wider as its band is narrower.
        double width = Math.max(1, step);
        short[] resampled = new short[(int) (samples.length / step)];
        for (int index = 0; index < resampled.length; index++) {
            double value = at(samples, index * step, width);
            resampled[index] =
                    (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return resampled;
    }

    private static double at(short[] samples, double center, double width) {
        int from = Math.max(0, (int) Math.ceil(center - LOBES * width));
        int to = Math.min(samples.length - 1, (int) Math.floor(center + LOBES * width));
        double sum = 0;
        double weights = 0;
        for (int index = from; index <= to; index++) {
            double weight = weight((index - center) / width);
            sum += weight * samples[index];
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double weight(double distance) {
        if (distance == 0) {
            return 1;
        }
        double angle = Math.PI * distance;
        double window = 0.5 + 0.5 * Math.cos(angle / LOBES);
        return Math.sin(angle) / angle * window;
    }
}
