package dev.supie.planted.bootstrapoutermost.bootstrap;

/// The configuration.
public interface Config {}
