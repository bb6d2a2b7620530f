package dev.supie.adapter.out.speech;

import ai.onnxruntime.OrtEnvironment;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Keeps the native environment of onnxruntime until the process is gone.
///
/// Its Java part lets go of it in a shutdown hook of its own, which runs beside ours: what is being
/// recognized while a server drains would fail then, or abort the process before the store is
/// closed (CON-6). The native part counts references, so a second one that is never given back
/// keeps it alive. Nothing public takes one.
final class SecondReference {

    private static final int LOGS_ERRORS = 3;

    private SecondReference() {}

    /// False if this version of the library has another inside.
    @SuppressWarnings("IllegalCatch") // What the call throws is not said in its type.
    static boolean take() {
        try {
            MethodHandles.Lookup inside =
                    MethodHandles.privateLookupIn(OrtEnvironment.class, MethodHandles.lookup());
            Class<?> runtime = inside.findClass("ai.onnxruntime.OnnxRuntime");
            long api = (long) inside.findStaticGetter(runtime, "ortApiHandle", long.class).invoke();
            MethodHandle create =
                    inside.findStatic(
                            OrtEnvironment.class,
                            "createHandle",
                            MethodType.methodType(long.class, long.class, int.class, String.class));
            return (long) create.invoke(api, LOGS_ERRORS, "supie") != 0;
        } catch (ReflectiveOperationException _) {
            return false;
        } catch (Throwable failure) {
            throw new IllegalStateException("no second reference", failure);
        }
    }
}
