package dev.supie.planted.sqlconfined.bootstrap;

import java.sql.Connection;

/// The technology, away from home.
interface Violating {

    Connection use();
}
