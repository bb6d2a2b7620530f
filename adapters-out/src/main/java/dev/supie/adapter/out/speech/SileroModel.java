package dev.supie.adapter.out.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.supie.application.speech.port.PcmFrame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The voice activity model Silero v6, shared by all connections; each brings its own memory. Safe
/// for use by many threads; a run takes about 0.1 ms.
final class SileroModel implements AutoCloseable {

    private static final String RESOURCE = "silero_vad_v6.onnx";
    private static final long[] INPUT_SHAPE = {1, SileroEar.CONTEXT + SileroEar.CHUNK};
    private static final long[] STATE_SHAPE = {2, 1, SileroEar.STATE / 2};
    private static final long[] SCALAR = {};

    private final OrtEnvironment environment = OnnxSessions.environment();
    private final OrtSession session;

    /// Closing the session under a run would crash the process, not fail the run.
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private SileroModel(OrtSession session) {
        this.session = session;
    }

    static SileroModel load() {
        try (InputStream model = SileroModel.class.getResourceAsStream(RESOURCE)) {
            if (model == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the build");
            }
            return new SileroModel(OnnxSessions.open(model.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (OrtException failure) {
            throw new ModelBrokenException("the voice detector cannot be loaded", failure);
        }
    }

    /// How likely the chunk in `input` holds voice, 0 to 1; `state` is replaced by the next one.
    /// Both are direct buffers, and this is the only place that reads or writes native memory.
    float probability(FloatBuffer input, FloatBuffer state) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new ModelBrokenException("the voice detector was closed");
            }
            return run(input, state);
        } catch (OrtException failure) {
            throw new ModelBrokenException("the voice detector failed", failure);
        } finally {
            lock.readLock().unlock();
        }
    }

    private float run(FloatBuffer input, FloatBuffer state) throws OrtException {
        try (OnnxTensor sound = OnnxTensor.createTensor(environment, input, INPUT_SHAPE);
                OnnxTensor before = OnnxTensor.createTensor(environment, state, STATE_SHAPE);
                OnnxTensor rate = OnnxTensor.createTensor(environment, sampleRate(), SCALAR);
                OrtSession.Result result =
                        session.run(Map.of("input", sound, "state", before, "sr", rate))) {
            FloatBuffer after = ((OnnxTensor) result.get(1)).getFloatBuffer();
            state.put(0, after, 0, SileroEar.STATE);
            return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
        }
    }

    private static LongBuffer sampleRate() {
        return LongBuffer.wrap(new long[] {PcmFrame.SAMPLE_RATE});
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException failure) {
            throw new ModelBrokenException("the voice detector cannot be closed", failure);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
