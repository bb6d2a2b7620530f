package dev.supie.adapter.out.speech;

import java.math.BigInteger;
import java.util.Arrays;

/// Brings sound of one rate to another, piece by piece, through a low-pass filter (a windowed
/// sinc), so that nothing from above the new band is heard in it. Not safe for use by many threads.
public final class Resampler {

    /// Zero crossings of the filter to each side; more is sharper and slower.
    private static final int LOBES = 16;

    /// The places between two samples at which the new ones can lie: they come round and round.
    private final int phases;

    /// So many samples are read for [#phases] written ones.
    private final int step;

    private final int reach;

    /// The filter for each phase; its middle belongs to the sample before the new one.
    private final float[][] filters;

    private short[] unread;
    private int unreadLength;

    /// Where the next sample lies: behind so many of the unread ones, and at this phase.
    private int position;

    private int phase;

    /// @param from samples a second of what comes
    /// @param to of what it becomes
    public Resampler(int from, int to) {
        int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
        this.phases = to / common;
        this.step = from / common;
        // Towards a lower rate the filter has to be as much wider as its band is narrower.
        double width = Math.max(1, (double) from / to);
        this.reach = (int) Math.ceil(LOBES * width) + 1;
        this.filters = new float[phases][];
        for (int each = 0; each < phases; each++) {
            filters[each] = filter((double) each / phases, width);
        }
        // Silence before the first sample.
        this.unread = new short[reach];
        this.unreadLength = reach;
        this.position = reach;
    }

    private float[] filter(double fraction, double width) {
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int index = 0; index < weights.length; index++) {
            weights[index] = weight((index - reach - fraction) / width);
            sum += weights[index];
        }
        float[] filter = new float[weights.length];
        for (int index = 0; index < filter.length; index++) {
            filter[index] = (float) (weights[index] / sum);
        }
        return filter;
    }

    private static double weight(double distance) {
        if (distance == 0) {
            return 1;
        }
        if (Math.abs(distance) >= LOBES) {
            return 0;
        }
        double angle = Math.PI * distance;
        double window = 0.5 + 0.5 * Math.cos(angle / LOBES);
        return Math.sin(angle) / angle * window;
    }

    /// All new samples that these, together with those before, are enough for.
    public short[] add(short[] samples) {
        keep(samples);
        int last = unreadLength - 1 - reach;
        short[] resampled = new short[(int) ((samples.length + 1L) * phases / step) + 1];
        int count = 0;
        while (position <= last) {
            resampled[count++] = sampleHere();
            phase += step;
            position += phase / phases;
            phase %= phases;
        }
        forget();
        return Arrays.copyOf(resampled, count);
    }

    /// What is left: as if silence followed.
    public short[] finish() {
        return add(new short[reach]);
    }

    private void keep(short[] samples) {
        if (unreadLength + samples.length > unread.length) {
            unread = Arrays.copyOf(unread, unreadLength + samples.length);
        }
        System.arraycopy(samples, 0, unread, unreadLength, samples.length);
        unreadLength += samples.length;
    }

    /// Keeps only what is within reach of the next sample.
    private void forget() {
        int gone = Math.min(Math.max(0, position - reach), unreadLength);
        System.arraycopy(unread, gone, unread, 0, unreadLength - gone);
        unreadLength -= gone;
        position -= gone;
    }

    private short sampleHere() {
        float[] filter = filters[phase];
        int first = position - reach;
        double sum = 0;
        for (int index = 0; index < filter.length; index++) {
            sum += filter[index] * unread[first + index];
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
