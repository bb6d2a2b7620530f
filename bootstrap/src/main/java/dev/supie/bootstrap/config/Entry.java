package dev.supie.bootstrap.config;

/// A value that was given for a known key.
record Entry(String key, Given given, Origin origin) {}
