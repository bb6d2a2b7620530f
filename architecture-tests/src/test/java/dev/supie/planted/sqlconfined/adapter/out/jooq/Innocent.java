package dev.supie.planted.sqlconfined.adapter.out.jooq;

import java.sql.Connection;

/// The technology, at home.
interface Innocent {

    Connection use();
}
