package dev.supie.planted.bootstrapoutermost.adapter.in;

import dev.supie.planted.bootstrapoutermost.bootstrap.Config;

/// Reads the configuration instead of being given its values.
record Violating(Config config) {}
