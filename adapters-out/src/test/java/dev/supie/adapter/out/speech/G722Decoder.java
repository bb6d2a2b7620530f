package dev.supie.adapter.out.speech;

/// Decodes G.722 at 64 kbit/s to 16 kHz, as the recommendation of the ITU describes it: two bands,
/// each ADPCM with a predictor of six zeros and two poles, joined by a mirror filter.
final class G722Decoder {

    private static final int[] LOW_STEP_LOG = {-60, -30, 58, 172, 334, 538, 1198, 3042};
    private static final int[] LOW_STEP_OF = {0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0};
    private static final int[] HIGH_STEP_LOG = {0, -214, 798};
    private static final int[] HIGH_STEP_OF = {2, 1, 2, 1};
    private static final int[] EXPONENTIAL = {
        2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774,
        2834, 2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838,
        3922, 4008
    };
    private static final int[] TWO_BITS = {-7408, -1616, 7408, 1616};
    private static final int[] FOUR_BITS = {
        0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584,
        1200, 0
    };
    private static final int[] SIX_BITS = {
        -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192,
        -10232, -9360, -8576, -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168,
        -2776, -2400, -2032, -1688, -1360, -1040, -728, 24808, 21904, 19008, 16704, 14984, 13512,
        12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456, 4944, 4464, 4008, 3576, 3168,
        2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
    };
    private static final int[] MIRROR = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};

    private final Band low = new Band(18_432, 32);
    private final Band high = new Band(22_528, 8);
    private final int[] history = new int[2 * MIRROR.length];

    /// Two samples for every byte.
    short[] decode(byte[] bytes) {
        short[] samples = new short[2 * bytes.length];
        for (int index = 0; index < bytes.length; index++) {
            int code = bytes[index] & 0xff;
            int lowSample = low(code & 0x3f);
            int highSample = high(code >> 6);
            join(lowSample, highSample, samples, 2 * index);
        }
        return samples;
    }

    private int low(int code) {
        int sample = limit(low.estimate + ((low.step * SIX_BITS[code]) >> 15), 14);
        int coarse = code >> 2;
        low.next((low.step * FOUR_BITS[coarse]) >> 15, LOW_STEP_LOG[LOW_STEP_OF[coarse]], 8);
        return sample;
    }

    private int high(int code) {
        int difference = (high.step * TWO_BITS[code]) >> 15;
        int sample = limit(difference + high.estimate, 14);
        high.next(difference, HIGH_STEP_LOG[HIGH_STEP_OF[code]], 10);
        return sample;
    }

    /// 2^bits - 1 is the most.
    private static int limit(int value, int bits) {
        return Math.clamp(value, -(1 << bits), (1 << bits) - 1);
    }

    private void join(int lowSample, int highSample, short[] target, int position) {
        System.arraycopy(history, 2, history, 0, history.length - 2);
        history[history.length - 2] = lowSample + highSample;
        history[history.length - 1] = lowSample - highSample;
        int even = 0;
        int odd = 0;
        for (int tap = 0; tap < MIRROR.length; tap++) {
            odd += history[2 * tap] * MIRROR[tap];
            even += history[2 * tap + 1] * MIRROR[MIRROR.length - 1 - tap];
        }
        target[position] = (short) limit(even >> 11, 15);
        target[position + 1] = (short) limit(odd >> 11, 15);
    }

    /// The state of one band: how large its steps are, and what it expects next.
    private static final class Band {

        private final int stepLogMax;
        private int stepLog;
        private int step;
        private int estimate;
        private int zeroEstimate;
        private final int[] poles = new int[2];
        private final int[] zeros = new int[6];
        private final int[] differences = new int[7];
        private final int[] reconstructed = new int[3];
        private final int[] partial = new int[3];

        Band(int stepLogMax, int step) {
            this.stepLogMax = stepLogMax;
            this.step = step;
        }

        void next(int difference, int stepLogChange, int shift) {
            stepLog = Math.clamp(((stepLog * 127) >> 7) + stepLogChange, 0, stepLogMax);
            int exponent = shift - (stepLog >> 11);
            int fraction = EXPONENTIAL[(stepLog >> 6) & 31];
            step = (exponent < 0 ? fraction << -exponent : fraction >> exponent) << 2;
            differences[0] = difference;
            reconstructed[0] = limit(estimate + difference, 15);
            partial[0] = limit(zeroEstimate + difference, 15);
            adaptPoles();
            adaptZeros();
            predict();
        }

        private void adaptPoles() {
            boolean sameAsLast = (partial[0] ^ partial[1]) >= 0;
            boolean sameAsBefore = (partial[0] ^ partial[2]) >= 0;
            int scaled = limit(poles[0] << 2, 15);
            int turned = Math.min(sameAsLast ? -scaled : scaled, 32_767);
            int second = (turned >> 7) + (sameAsBefore ? 128 : -128) + ((poles[1] * 32_512) >> 15);
            second = Math.clamp(second, -12_288, 12_288);
            int first = limit((sameAsLast ? 192 : -192) + ((poles[0] * 32_640) >> 15), 15);
            int most = limit(15_360 - second, 15);
            poles[0] = Math.clamp(first, -most, most);
            poles[1] = second;
        }

        private void adaptZeros() {
            int change = differences[0] == 0 ? 0 : 128;
            for (int index = 0; index < zeros.length; index++) {
                boolean same = (differences[0] ^ differences[index + 1]) >= 0;
                zeros[index] =
                        limit((same ? change : -change) + ((zeros[index] * 32_640) >> 15), 15);
            }
            System.arraycopy(differences, 0, differences, 1, differences.length - 1);
            System.arraycopy(reconstructed, 0, reconstructed, 1, reconstructed.length - 1);
            System.arraycopy(partial, 0, partial, 1, partial.length - 1);
        }

        private void predict() {
            int fromPoles = 0;
            for (int index = 0; index < poles.length; index++) {
                fromPoles += (poles[index] * limit(2 * reconstructed[index + 1], 15)) >> 15;
            }
            zeroEstimate = 0;
            for (int index = 0; index < zeros.length; index++) {
                zeroEstimate += (zeros[index] * limit(2 * differences[index + 1], 15)) >> 15;
            }
            zeroEstimate = limit(zeroEstimate, 15);
            estimate = limit(limit(fromPoles, 15) + zeroEstimate, 15);
        }
    }
}
