package dev.supie.planted.applicationdependencies.application;

import java.nio.file.Path;

/// Knows of files.
record ViolatingFile(Path path) {}
