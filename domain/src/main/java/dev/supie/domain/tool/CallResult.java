package dev.supie.domain.tool;

/// What came of calling a badge's tool.
public sealed interface CallResult {

    /// The badge has done it, or says why not.
    record Answered(String text, boolean isError) implements CallResult {}

    /// The badge has not answered in time; whether it was done is unknown.
    record TimedOut() implements CallResult {}

    /// The connection has ended first; whether it was done is unknown.
    record Gone() implements CallResult {}
}
