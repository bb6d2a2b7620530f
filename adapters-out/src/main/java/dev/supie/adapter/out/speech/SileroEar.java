package dev.supie.adapter.out.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// What one listener keeps between two chunks of sound: the model's state, and the end of the chunk
/// before. Not safe for use by many threads. Holds about 3 kB, none of which must be given back.
final class SileroEar {

    /// Samples of one chunk (32 ms).
    static final int CHUNK = 512;

    /// Samples of the chunk before that the model wants to see again. Without them it finds no
    /// voice in anything, and does not complain.
    static final int CONTEXT = 64;

    /// Numbers in the model's state.
    static final int STATE = 2 * 128;

    private static final float FULL_SCALE = 32_768f;

    private final SileroModel model;
    private final FloatBuffer input = direct(CONTEXT + CHUNK);
    private final FloatBuffer state = direct(STATE);

    SileroEar(SileroModel model) {
        this.model = model;
    }

    private static FloatBuffer direct(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /// How likely there is voice in the [#CHUNK] samples from `from` on.
    float hear(short[] samples, int from) {
        for (int index = 0; index < CHUNK; index++) {
            input.put(CONTEXT + index, samples[from + index] / FULL_SCALE);
        }
        float probability = model.probability(input, state);
        for (int index = 0; index < CONTEXT; index++) {
            input.put(index, input.get(CHUNK + index));
        }
        return probability;
    }

    void forget() {
        clear(input);
        clear(state);
    }

    private static void clear(FloatBuffer buffer) {
        for (int index = 0; index < buffer.capacity(); index++) {
            buffer.put(index, 0);
        }
    }
}
