package dev.supie.domain.coding;

/// Why the rules of coding say no. What badges send is never refused: it is taken, or there is
/// nothing to do.
public enum CodingRejection {
    /// An answer that nobody waits for.
    STALE
}
