package dev.supie.planted.bareexceptions;

/// Throws something that says nothing.
final class Violating {

    void fail() {
        throw new RuntimeException("something");
    }
}
