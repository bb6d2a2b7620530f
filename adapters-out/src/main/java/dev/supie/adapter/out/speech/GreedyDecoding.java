package dev.supie.adapter.out.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One utterance through the decoder, always taking the likeliest next token.
///
/// What earlier steps computed is handed to the next one. Of that, the part that depends on the
/// sound comes out of the first step only, so the first result stays open to the end; every other
/// one is closed as soon as the step after it has run. All of it is native memory that no garbage
/// collector sees.
final class GreedyDecoding implements AutoCloseable {

    private static final int START = 1;
    private static final int END = 2;
    private static final long[] ONE_BY_ONE = {1, 1};

    private final OrtEnvironment environment = OnnxSessions.environment();
    private final OrtSession decoder;
    private final MoonshineSize size;
    private final OnnxTensor encoded;
    private final LongBuffer lastToken =
            ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
    private final OnnxTensor lastTokenInput;
    private final OnnxTensor nothingYet;
    private final OnnxTensor isFirst;
    private final OnnxTensor isLater;
    private final List<Integer> tokens = new ArrayList<>();
    private OrtSession.@Nullable Result first;
    private OrtSession.@Nullable Result later;

    /// @param encoded the encoder's result; stays the caller's to close
    GreedyDecoding(OrtSession decoder, MoonshineSize size, OnnxTensor encoded) throws OrtException {
        this.decoder = decoder;
        this.size = size;
        this.encoded = encoded;
        lastToken.put(0, START);
        lastTokenInput = OnnxTensor.createTensor(environment, lastToken, ONE_BY_ONE);
        nothingYet = OnnxTensor.createTensor(environment, noFloats(), emptyShape(size));
        isFirst = OnnxTensor.createTensor(environment, new boolean[] {false});
        isLater = OnnxTensor.createTensor(environment, new boolean[] {true});
    }

    private static FloatBuffer noFloats() {
        return ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private static long[] emptyShape(MoonshineSize size) {
        return new long[] {0, MoonshineSize.HEADS, 1, size.headSize()};
    }

    /// Finds one more token; false if the text has ended instead.
    boolean step() throws OrtException {
        OrtSession.Result result = decoder.run(inputs());
        if (first == null) {
            first = result;
        } else {
            closeLater();
            later = result;
        }
        int token = likeliest(tensor(result, "logits").getFloatBuffer());
        if (token == END) {
            return false;
        }
        tokens.add(token);
        lastToken.put(0, token);
        return true;
    }

    private Map<String, OnnxTensorLike> inputs() {
        Map<String, OnnxTensorLike> inputs = new HashMap<>();
        inputs.put("input_ids", lastTokenInput);
        inputs.put("encoder_hidden_states", encoded);
        inputs.put("use_cache_branch", first == null ? isFirst : isLater);
        for (int layer = 0; layer < size.layers(); layer++) {
            for (String part : List.of("key", "value")) {
                addMemory(inputs, layer + ".decoder." + part, later == null ? first : later);
                addMemory(inputs, layer + ".encoder." + part, first);
            }
        }
        return inputs;
    }

    private void addMemory(
            Map<String, OnnxTensorLike> inputs, String name, OrtSession.@Nullable Result from) {
        inputs.put(
                "past_key_values." + name,
                from == null ? nothingYet : tensor(from, "present." + name));
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    private static int likeliest(FloatBuffer logits) {
        int best = 0;
        for (int index = 1; index < logits.remaining(); index++) {
            if (logits.get(index) > logits.get(best)) {
                best = index;
            }
        }
        return best;
    }

    private void closeLater() {
        if (later != null) {
            later.close();
        }
    }

    int length() {
        return tokens.size();
    }

    List<Integer> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public void close() {
        closeLater();
        if (first != null) {
            first.close();
        }
        isLater.close();
        isFirst.close();
        nothingYet.close();
        lastTokenInput.close();
    }
}
