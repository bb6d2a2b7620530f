package dev.supie.planted.exit.adapter;

/// Ends everything.
final class Violating {

    void end() {
        System.exit(1);
    }
}
