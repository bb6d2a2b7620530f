package dev.supie.adapter.out.jooq;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.db.Store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What `BACKUP TO` does, into a stream (ADR 0027). H2 reads its file itself: on POSIX, closing
/// another channel on it would drop the lock that keeps other processes out.
final class EmbeddedCopy {

    private static final String SCHEMA =
            "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL"
                    + " ORDER BY \"installed_rank\" DESC FETCH FIRST ROW ONLY";

    private EmbeddedCopy() {}

    /// Nobody may write meanwhile.
    ///
    /// @return the version of the tables
    /// @throws IOException if `to` throws it
    static String write(Connection connection, OutputStream to) throws SQLException, IOException {
        String schema = schema(connection);
        Store store = own(connection).getDatabase().getStore();
        try (EntryBytes bytes = new EntryBytes(to)) {
            store.flush();
            store.getMvStore().getFileStore().backup(bytes);
        } catch (DbException e) {
            throw e.getSQLException();
        }
        return schema;
    }

    private static SessionLocal own(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal own) {
            return own;
        }
        throw new IllegalStateException("the embedded database is always within this process");
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet versions = statement.executeQuery(SCHEMA)) {
            return versions.next() ? versions.getString(1) : "0";
        }
    }
}
