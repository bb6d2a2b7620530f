package dev.supie.bootstrap.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What a server has opened and must close again, however far its start has come; the last opened
/// is closed first. For one thread at a time; closing twice is harmless.
final class Opened implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Opened.class.getName());

    private final Deque<Runnable> closing = new ArrayDeque<>();

    /// Gives the resource back.
    <T> T add(T resource, Consumer<T> close) {
        closing.push(() -> close.accept(resource));
        return resource;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            Runnable next = closing.pop();
            try {
                next.run();
            } catch (RuntimeException broken) {
                // The edge of the process: whatever fails here must not leave the rest open.
                LOG.log(System.Logger.Level.ERROR, "closing failed", broken);
            }
        }
    }
}
