package dev.supie.adapter.out.jooq;

import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

/// Connections for a pool, and none while the database is given up. A pool makes up for those it
/// loses at once, on a thread of its own, and so would open a database whose disk still fails. H2
/// then leaves the file locked for as long as the process lives (ADR 0028).
///
/// No pool itself: it is made of one that is never begun because that has the methods of a
/// [DataSource] which nobody asks for here.
final class UsableSource extends HikariDataSource {

    /// How long the pool waits at its end for a connection that is being made. With nothing it
    /// warns at nearly every end, because the thread that makes them is always a moment behind.
    private static final int LAST_CONNECTION_SECONDS_MAX = 1;

    private final DataSource database;
    private final BooleanSupplier usable;

    UsableSource(DataSource database, BooleanSupplier usable) {
        this.database = database;
        this.usable = usable;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireUsable();
        return database.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        requireUsable();
        return database.getConnection(user, password);
    }

    /// What a pool asks for [#LAST_CONNECTION_SECONDS_MAX].
    @Override
    public int getLoginTimeout() {
        return LAST_CONNECTION_SECONDS_MAX;
    }

    private void requireUsable() throws SQLException {
        if (!usable.getAsBoolean()) {
            throw new SQLException("the database has failed and is not open again yet");
        }
    }
}
