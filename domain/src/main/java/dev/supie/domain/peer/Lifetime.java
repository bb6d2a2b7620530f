package dev.supie.domain.peer;

/// How long a sender wants its message to wait for its targets (PEER-1).
public sealed interface Lifetime {

    /// It did not say.
    record Usual() implements Lifetime {}

    /// @param millis as it was sent, whatever it was
    record Millis(long millis) implements Lifetime {}
}
