package dev.supie.bootstrap.config;

/// A key, its value as YAML with secrets masked (empty if not set), and where the value came from.
public record EffectiveValue(String key, String yaml, Origin origin) {}
