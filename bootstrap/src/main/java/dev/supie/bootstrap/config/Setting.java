package dev.supie.bootstrap.config;

/// One key of the configuration, the kind of its values, and the value it has if nobody gives one.
record Setting<T>(String key, Kind<T> kind, T fallback) {

    /// A longer default would bury what a message is about.
    private static final int FALLBACK_CHARS_MAX = 200;

    /// The default as messages name it; empty if there is none.
    String fallbackText() {
        String text = kind.yaml(fallback);
        return text.length() > FALLBACK_CHARS_MAX ? "[...]" : text;
    }
}
