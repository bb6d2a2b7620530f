package dev.supie.domain.coding.signal;

/// How a build ended, in the words of its tool.
public enum Verdict {
    /// Nothing was said about it yet.
    OPEN,
    /// A part of it went well; others may come.
    PARTLY,
    /// All of it went well. What the same tool complained of before is over.
    SUCCEEDED,
    FAILED
}
