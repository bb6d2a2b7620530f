package dev.supie.planted.bootstrapdependencies.bootstrap;

import java.nio.file.Path;

/// Wiring.
record Innocent(Path data) {}
