package dev.supie.planted.threads.domain;

/// Starts a thread.
final class ViolatingThread {

    Thread start() {
        return Thread.ofVirtual().start(() -> {});
    }
}
