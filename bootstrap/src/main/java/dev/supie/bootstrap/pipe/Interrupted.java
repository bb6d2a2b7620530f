package dev.supie.bootstrap.pipe;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// What happens when this process is told to end while a command runs: the command is, and its exit
/// status still counts.
final class Interrupted implements AutoCloseable {

    /// A terminal tells the command of Ctrl-C by itself; told twice, many tools leave everything
    /// undone. After this time it was no Ctrl-C.
    private static final Duration OWN_END_MAX = Duration.ofSeconds(10);

    private final Process process;
    private final boolean terminal;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Thread hook = new Thread(this::end, "interrupted");

    private Interrupted(Process process, boolean terminal) {
        this.process = process;
        this.terminal = terminal;
    }

    static Interrupted passedOn(Process process, boolean terminal) {
        Interrupted interrupted = new Interrupted(process, terminal);
        Runtime.getRuntime().addShutdownHook(interrupted.hook);
        return interrupted;
    }

    /// The command has ended, and so has everything that came after it.
    void endWith(int exitStatus) {
        status.complete(exitStatus);
    }

    /// Runs while the process is being ended. Whoever waits for the command goes on meanwhile, and
    /// says with what status it has ended.
    private void end() {
        try {
            if (!terminal || !process.waitFor(OWN_END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                // Through the handle: the process's own method would close its output before all of
                // it is passed on.
                process.toHandle().destroy();
            }
            Runtime.getRuntime().halt(status.get());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("nobody fails it", impossible);
        }
    }

    @Override
    public void close() {
        // Whatever went wrong, the hook must not wait for ever.
        status.complete(1);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook sees to it.
        }
    }
}
