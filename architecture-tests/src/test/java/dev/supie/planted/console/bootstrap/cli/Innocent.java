package dev.supie.planted.console.bootstrap.cli;

/// The command line.
final class Innocent {

    void print() {
        IO.println("hello");
    }
}
