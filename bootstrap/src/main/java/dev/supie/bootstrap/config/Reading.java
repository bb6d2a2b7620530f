package dev.supie.bootstrap.config;

/// What a [Kind] makes of a given value.
sealed interface Reading<T> {

    record Good<T>(T value) implements Reading<T> {}

    /// Usable after a change that the contract documents, for instance a clamp.
    record Adjusted<T>(T value, String wrong, String fix) implements Reading<T> {}

    record Bad<T>(String wrong, String fix) implements Reading<T> {}
}
