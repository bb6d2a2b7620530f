package dev.supie.domain.coding.signal;

/// Who has written a line.
public enum Tool {
    MAVEN("Maven"),
    GRADLE("Gradle"),
    PYTEST("pytest"),
    JEST("Jest"),
    GO("go"),
    CARGO("Cargo"),
    /// C and C++: gcc, clang, their linkers, make.
    GCC("gcc"),
    /// npm and what it usually runs: tsc, eslint, bundlers.
    NPM("npm"),
    OTHER("");

    private final String label;

    Tool(String label) {
        this.label = label;
    }

    /// What people call it; empty if nobody knows which it is.
    public String label() {
        return label;
    }

    /// Whether it counts its tests once for all, so that a later count replaces an earlier one; the
    /// others count them module by module.
    boolean countsOnce() {
        return this == JEST || this == PYTEST;
    }
}
