package dev.supie.planted.exit.bootstrap;

/// The one that started it.
final class Innocent {

    void end() {
        System.exit(1);
    }
}
