package dev.supie.bootstrap.config;

/// A value given on the command line; `option` is the option as it was written.
public record Assignment(String option, String key, String value) {}
