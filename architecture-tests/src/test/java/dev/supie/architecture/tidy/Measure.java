package dev.supie.architecture.tidy;

/// What is measured, and the size that nothing new may cross.
enum Measure {
    FILE_LINES(400),
    METHOD_LINES(70),
    PARAMETERS(5),
    /// More than these and the class is two.
    CONSTRUCTOR_PARAMETERS(7);

    private final int limit;

    Measure(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
