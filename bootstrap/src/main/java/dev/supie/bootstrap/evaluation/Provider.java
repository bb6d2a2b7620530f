package dev.supie.bootstrap.evaluation;

/// Whose minutes are looked at.
public enum Provider {
    /// The model of the configuration, as the server would use it; without one, the extractive one.
    CONFIGURED,
    /// The one that only quotes, which stands in when a model fails.
    EXTRACTIVE
}
