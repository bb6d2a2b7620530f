package dev.supie.planted.inbounddependencies.adapter.in.http;

import java.sql.Connection;

/// A request handler on the database.
record ViolatingSql(Connection connection) {}
