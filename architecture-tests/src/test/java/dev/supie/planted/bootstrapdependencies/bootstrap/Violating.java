package dev.supie.planted.bootstrapdependencies.bootstrap;

import java.sql.Connection;

/// Wiring that does the adapter's work.
record Violating(Connection connection) {}
