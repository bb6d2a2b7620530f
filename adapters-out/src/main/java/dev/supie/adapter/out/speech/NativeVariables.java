package dev.supie.adapter.out.speech;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The environment of this process as native libraries see it. Java copied it at its start and has
/// no way to change it.
final class NativeVariables {

    private static final int OVERWRITE = 1;

    private NativeVariables() {}

    /// Sets a variable; false where the system has no `setenv` or refuses. Not while native code
    /// may be looking at variables on another thread.
    @SuppressWarnings({
        "restricted", // Our programs are started with --enable-native-access.
        "IllegalCatch" // What the call throws is not said in its type.
    })
    static boolean set(String name, String value) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return false;
        }
        MethodHandle call =
                linker.downcallHandle(
                        setenv.get(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed =
                    (int)
                            call.invokeExact(
                                    arena.allocateFrom(name), arena.allocateFrom(value), OVERWRITE);
            return failed == 0;
        } catch (Throwable failure) {
            throw new IllegalStateException("setenv cannot be called", failure);
        }
    }
}
