package dev.supie.adapter.out.speech;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Something that takes a while to load and is loaded once, on a thread of its own. Safe for use by
/// many threads.
final class Loading<T> {

    private static final System.Logger LOG = System.getLogger(Loading.class.getName());
    private static final long WAIT_SECONDS_MAX = 60;

    /// onnxruntime walks through a model by recursion, which takes about the megabyte that a thread
    /// has by default; beyond it the process is gone without a word. Only what is used is taken.
    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private final String what;
    private final Callable<T> load;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<T> loaded = new CompletableFuture<>();

    /// @param what for people, such as "the voice detector"
    Loading(String what, Callable<T> load) {
        this.what = what;
        this.load = load;
    }

    /// Begins to load; repeating it is harmless.
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("load " + what)
                    .stackSize(STACK_BYTES)
                    .start(this::run);
        }
    }

    /// Whatever goes wrong, also a missing native library, which is an error, means that it cannot
    /// be used, and nothing more.
    @SuppressWarnings("IllegalCatch")
    private void run() {
        try {
            loaded.complete(load.call());
        } catch (Exception | LinkageError failure) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be used: {1}", what, reason(failure));
            LOG.log(System.Logger.Level.DEBUG, "the cause", failure);
            loaded.completeExceptionally(failure);
        }
    }

    /// The loaded thing, waiting for it if necessary.
    T await() {
        begin();
        try {
            return loaded.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new ModelBrokenException(reason(cause(failure)), cause(failure));
        } catch (TimeoutException tooLong) {
            throw new ModelBrokenException(what + " takes too long to load", tooLong);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ModelBrokenException("interrupted", interrupted);
        }
    }

    /// The loaded thing if there is one by now.
    Optional<T> now() {
        return loaded.isDone() && !loaded.isCompletedExceptionally()
                ? Optional.of(loaded.join())
                : Optional.empty();
    }

    /// Why it cannot be used, once that is known.
    Optional<String> failure() {
        return loaded.isCompletedExceptionally()
                ? Optional.of(reason(loaded.exceptionNow()))
                : Optional.empty();
    }

    private static Throwable cause(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /// Lets `close` have it once it is loaded; never, if it is not.
    @SuppressWarnings("FutureReturnValueIgnored") // How closing goes is the business of `close`.
    void whenLoaded(Consumer<T> close) {
        loaded.thenAccept(close);
    }
}
