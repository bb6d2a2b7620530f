package dev.supie.domain.coding.signal;

/// What is wrong (COD-3), the most urgent first: people should read of them in this order.
public enum ProblemKind {
    OUT_OF_MEMORY,
    COMPILE_ERROR,
    /// A library, module, header or import that is not there.
    MISSING_DEPENDENCY,
    TEST_FAILURE,
    NETWORK,
    TIMEOUT,
    /// Whatever else ends a build.
    BUILD_ERROR,
    LINT_WARNING;

    /// A warning does not end a build.
    public boolean isWarning() {
        return this == LINT_WARNING;
    }
}
