package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;

import javax.sql.DataSource;

/// Connections for a pool, and none while the database is given up. A pool makes up for those it
/// loses at once, on a thread of its own, and so would open a database whose disk still fails. H2
/// then leaves the file locked for as long as the process lives (ADR 0028).
record UsableSource(DataSource database, BooleanSupplier usable) implements DataSource {

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

    private void requireUsable() throws SQLException {
        if (!usable.getAsBoolean()) {
            throw new SQLException("the database has failed and is not open again yet");
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
