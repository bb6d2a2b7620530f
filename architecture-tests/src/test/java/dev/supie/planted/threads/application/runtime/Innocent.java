package dev.supie.planted.threads.application.runtime;

/// Lives where threads belong.
final class Innocent {

    void interrupt() {
        Thread.currentThread().interrupt();
    }
}
