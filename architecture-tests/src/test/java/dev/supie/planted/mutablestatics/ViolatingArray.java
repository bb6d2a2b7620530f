package dev.supie.planted.mutablestatics;

/// The reference is final, the content is not.
final class ViolatingArray {

    static final byte[] MARK = {1, 2};

    private ViolatingArray() {}
}
