package dev.supie.planted.mutablestatics;

/// State that all share.
final class ViolatingCounter {

    static int count;

    private ViolatingCounter() {}
}
