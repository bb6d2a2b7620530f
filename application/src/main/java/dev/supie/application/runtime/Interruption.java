package dev.supie.application.runtime;

/// Tells work that waits for somebody that nobody wants it any more. Threads are interrupted only
/// when the process ends, so what fails by it is nobody's failure.
public final class Interruption {

    private Interruption() {}

    /// Whether the calling thread was interrupted.
    public static boolean hasCome() {
        return Thread.currentThread().isInterrupted();
    }
}
