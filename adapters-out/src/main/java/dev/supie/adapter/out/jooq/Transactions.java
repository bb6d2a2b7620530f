package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.StoreException;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.sql.DataSource;

/// Runs SQL in transactions: everything that is asked in one call takes effect together or not at
/// all. Whatever the database complains about comes out as a [StoreException].
///
/// Connections come with automatic commit off and roll back what is uncommitted when they are
/// closed, as [ConnectionPools] sets them up.
final class Transactions {

    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

    private final DataSource connections;
    private final SQLDialect dialect;

    Transactions(DataSource connections, SQLDialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    void write(Consumer<DSLContext> statements) {
        run(
                Connection.TRANSACTION_READ_COMMITTED,
                sql -> {
                    statements.accept(sql);
                    return true;
                });
    }

    /// For one query: it sees whole transactions by itself.
    <T> T read(Function<DSLContext, T> query) {
        return run(Connection.TRANSACTION_READ_COMMITTED, query);
    }

    /// For several queries that must see the same moment.
    <T> T readTogether(Function<DSLContext, T> queries) {
        return run(Connection.TRANSACTION_REPEATABLE_READ, queries);
    }

    private <T> T run(int isolation, Function<DSLContext, T> statements) {
        try (Connection connection = connections.getConnection()) {
            // The pool hands out READ COMMITTED and restores it; setting it again would cost a
            // trip.
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            T result = statements.apply(DSL.using(connection, dialect, SETTINGS));
            connection.commit();
            return result;
        } catch (SQLTransientConnectionException e) {
            throw new StoreException("no database connection became free in time", e);
        } catch (SQLException | DataAccessException e) {
            throw new StoreException("the database failed", e);
        }
    }
}
