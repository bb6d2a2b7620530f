package dev.supie.planted.applicationdependencies.application;

import java.sql.Connection;

/// Knows of SQL.
record ViolatingSql(Connection connection) {}
