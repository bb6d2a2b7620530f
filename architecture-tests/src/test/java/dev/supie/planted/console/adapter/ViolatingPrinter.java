package dev.supie.planted.console.adapter;

/// Prints.
final class ViolatingPrinter {

    void print() {
        System.out.println("hello");
    }
}
