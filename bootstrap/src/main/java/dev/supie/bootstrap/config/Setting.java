package dev.supie.bootstrap.config;

/// One key of the configuration, the kind of its values, and the value it has if nobody gives one.
record Setting<T>(String key, Kind<T> kind, T fallback) {

    /// The default as messages name it; empty if there is none.
    String fallbackText() {
        return kind.yaml(fallback);
    }
}
