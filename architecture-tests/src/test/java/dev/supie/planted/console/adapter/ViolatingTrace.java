package dev.supie.planted.console.adapter;

/// Prints a stack.
final class ViolatingTrace {

    void print(Exception cause) {
        cause.printStackTrace();
    }
}
