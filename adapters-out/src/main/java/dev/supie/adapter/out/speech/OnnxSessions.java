package dev.supie.adapter.out.speech;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

import java.nio.file.Path;

/// Opens models for inference. The first use unpacks the native library of onnxruntime to the
/// folder for temporary files, which takes some tenths of a second.
final class OnnxSessions {

    /// With telemetry, which is on by default, onnxruntime 1.29 sends its makers what it finds
    /// about the machine and the process, and crashes the process if its command line is longer
    /// than about 4 KB, as a class path easily is. Only this variable turns that off early enough.
    private static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";

    private static final System.Logger LOG = System.getLogger(OnnxSessions.class.getName());

    private OnnxSessions() {}

    /// Loads the native library when it is first needed, once.
    private static final class Native {

        static final OrtEnvironment ENVIRONMENT = load();

        private static OrtEnvironment load() {
            if (!NativeVariables.set(NO_TELEMETRY, "1")) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the telemetry of onnxruntime stays on; set {0}=1 to turn it off",
                        NO_TELEMETRY);
            }
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "supie");
            if (!SecondReference.take()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "speech may fail or end the process while it is being stopped");
            }
            return environment;
        }
    }

    static OrtEnvironment environment() {
        return Native.ENVIRONMENT;
    }

    static OrtSession open(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = options()) {
            return environment().createSession(model, options);
        }
    }

    static OrtSession open(Path model) throws OrtException {
        try (OrtSession.SessionOptions options = options()) {
            return environment().createSession(model.toString(), options);
        }
    }

    /// One thread a run, because many badges share the machine and our pool is what divides it; no
    /// spinning, because a thread that waits busily takes the core from one that works.
    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }
}
