package dev.supie.planted.mutablestatics;

/// Constants.
enum Innocent {
    ONE;

    static final int LIMIT = 3;

    private static final byte[] MARK = {1, 2};

    int marked() {
        return switch (this) {
            case ONE -> MARK.length;
        };
    }
}
