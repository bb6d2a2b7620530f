package dev.supie.domain.evaluation;

/// How many of the expected things were found.
public record Coverage(int found, int expected) {

    public static final Coverage NONE = new Coverage(0, 0);

    public Coverage {
        if (found < 0 || found > expected) {
            throw new IllegalArgumentException(found + " of " + expected);
        }
    }

    public Coverage plus(Coverage other) {
        return new Coverage(found + other.found, expected + other.expected);
    }

    /// In whole percent, rounded down so that 100 means all of them; 100 if nothing was expected.
    public int percent() {
        return expected == 0 ? 100 : found * 100 / expected;
    }
}
