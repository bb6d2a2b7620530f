package dev.supie.adapter.out.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.supie.application.speech.port.PcmFrame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// A Moonshine model. A run takes its thread for about a twentieth of the time that the sound
/// lasts, and belongs on a platform thread, because native code cannot give a virtual one back.
final class Moonshine implements SpeechModel {

    /// Longer sound makes the model repeat itself.
    static final int SAMPLES_MAX = 36 * PcmFrame.SAMPLE_RATE;

    /// Less is not even one step of the encoder.
    static final int SAMPLES_MIN = PcmFrame.SAMPLE_RATE / 10;

    private static final double TOKENS_PER_SECOND = 6.5;
    private static final int TOKENS_EXTRA = 2;
    private static final float FULL_SCALE = 32_768f;

    private final MoonshineSize size;
    private final TokenTable tokens;
    private final OrtSession encoder;
    private final OrtSession decoder;

    private Moonshine(
            MoonshineSize size, TokenTable tokens, OrtSession encoder, OrtSession decoder) {
        this.size = size;
        this.tokens = tokens;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /// Loads the model from its two files, whose checksums somebody has looked at before.
    static Moonshine load(MoonshineSize size, Path encoder, Path decoder, TokenTable tokens) {
        try {
            OrtSession encoding = OnnxSessions.open(encoder);
            return new Moonshine(size, tokens, encoding, OnnxSessions.open(decoder));
        } catch (OrtException failure) {
            throw new ModelBrokenException(size.modelName() + " cannot be loaded", failure);
        }
    }

    @Override
    public String name() {
        return size.modelName();
    }

    @Override
    public String transcribe(PcmFrame sound, BooleanSupplier wanted) {
        if (sound.length() < SAMPLES_MIN) {
            return "";
        }
        if (sound.length() > SAMPLES_MAX) {
            throw new IllegalArgumentException("too long for the model: " + sound);
        }
        long[] shape = {1, sound.length()};
        try (OnnxTensor input =
                        OnnxTensor.createTensor(OnnxSessions.environment(), scaled(sound), shape);
                OrtSession.Result encoded = encoder.run(Map.of("input_values", input));
                GreedyDecoding decoding =
                        new GreedyDecoding(decoder, size, (OnnxTensor) encoded.get(0))) {
            return tokens.text(decode(decoding, tokensMax(sound.length()), wanted));
        } catch (OrtException failure) {
            throw new ModelBrokenException(name() + " failed", failure);
        }
    }

    private static List<Integer> decode(GreedyDecoding decoding, int max, BooleanSupplier wanted)
            throws OrtException {
        while (decoding.length() < max && wanted.getAsBoolean() && decoding.step()) {
            // The condition does the work.
        }
        return decoding.tokens();
    }

    /// Nobody speaks faster; a model that goes on has begun to repeat itself.
    private static int tokensMax(int samples) {
        return (int) (TOKENS_PER_SECOND * samples / PcmFrame.SAMPLE_RATE) + TOKENS_EXTRA;
    }

    private static FloatBuffer scaled(PcmFrame sound) {
        FloatBuffer scaled =
                ByteBuffer.allocateDirect(sound.length() * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        for (int index = 0; index < sound.length(); index++) {
            scaled.put(index, sound.sample(index) / FULL_SCALE);
        }
        return scaled;
    }

    @Override
    public void close() {
        try {
            encoder.close();
            decoder.close();
        } catch (OrtException failure) {
            throw new ModelBrokenException(name() + " cannot be closed", failure);
        }
    }
}
