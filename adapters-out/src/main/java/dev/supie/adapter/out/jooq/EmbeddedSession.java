package dev.supie.adapter.out.jooq;

import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;

import java.sql.Connection;
import java.sql.SQLException;

/// What H2 does not offer by JDBC.
final class EmbeddedSession {

    private EmbeddedSession() {}

    /// @throws SQLException if the connection or the database is closed
    static Database database(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal own) {
            try {
                return own.getDatabase();
            } catch (DbException e) {
                throw DbException.toSQLException(e);
            }
        }
        throw new IllegalStateException("the embedded database is always within this process");
    }

    /// What it keeps everything in.
    ///
    /// @throws SQLException if the connection or the database is closed
    static MVStore store(Connection connection) throws SQLException {
        return database(connection).getStore().getMvStore();
    }
}
