package dev.supie.planted.bootstrapoutermost.bootstrap;

/// Inside the outermost module.
record Innocent(Config config) {}
