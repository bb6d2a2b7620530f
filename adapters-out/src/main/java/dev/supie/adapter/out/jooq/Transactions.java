package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.StoreException;

import org.h2.mvstore.MVStoreException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// Runs SQL in transactions: everything that is asked in one call takes effect together or not at
/// all. Whatever the database complains about comes out as a [StoreException].
///
/// In the embedded database one write runs at a time. While one thread's commit writes H2's pages
/// to the file, another thread's half-done changes get into it without what is needed to undo them;
/// after a kill half a transaction was found there (ADR 0003). Those that have to wait share a
/// commit ([GroupCommit]). Nor does a write run beside queries that must see one moment: those
/// sometimes saw half of what was being committed. A server has no such trouble.
///
/// A database that has closed itself, or whose disk is full, fails at once ([Upkeep]).
///
/// Connections come with automatic commit off and roll back what is uncommitted when they are
/// closed, as [ConnectionPools] sets them up.
final class Transactions {

    /// How long a write, or a view of one moment, waits for the ones before it. A write may have to
    /// do so twice: for the writes, and for the views.
    static final Duration WRITE_WAIT_MAX = Duration.ofSeconds(5);

    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

    private final DataSource connections;
    private final SQLDialect dialect;
    private final Upkeep upkeep;

    /// Fair, so that no badge waits for ever while others write.
    private final ReentrantLock embeddedTurn = new ReentrantLock(true);

    private final GroupCommit embeddedWrites =
            new GroupCommit(this::commitTogether, WRITE_WAIT_MAX);

    Transactions(DataSource connections, SQLDialect dialect, Upkeep upkeep) {
        this.connections = connections;
        this.dialect = dialect;
        this.upkeep = upkeep;
    }

    SQLDialect dialect() {
        return dialect;
    }

    /// Why nothing may be written now, for people; empty if it may.
    Optional<String> obstacle() {
        return upkeep.obstacle();
    }

    void write(Consumer<DSLContext> statements) {
        change(
                sql -> {
                    statements.accept(sql);
                    return true;
                });
    }

    /// Writes, and says what came of it.
    <T> T change(Function<DSLContext, T> statements) {
        return dialect == SQLDialect.H2
                ? embeddedWrites.write(statements)
                : run(Connection.TRANSACTION_READ_COMMITTED, statements);
    }

    /// A commit that failed has failed for all of them, whatever else they threw.
    private void commitTogether(List<SharedWrite<?>> writes) {
        try {
            refuseIfHindered();
            inTurn(
                    () -> {
                        long opening = upkeep.beforeUse();
                        run(
                                opening,
                                Connection.TRANSACTION_READ_COMMITTED,
                                sql -> {
                                    writes.forEach(write -> write.run(sql));
                                    return writes.size();
                                });
                        upkeep.sync(opening);
                        return writes.size();
                    });
        } catch (RuntimeException | Error e) {
            // Nobody but the callers can be told, each with a stack of its own.
            writes.forEach(write -> write.fail(new StoreException(failure(e), e)));
        }
    }

    private void refuseIfHindered() {
        obstacle()
                .ifPresent(
                        why -> {
                            throw new StoreException(why);
                        });
    }

    private static String failure(Throwable cause) {
        return cause instanceof StoreException known
                ? Objects.requireNonNullElse(known.getMessage(), "the database failed")
                : "a write in the same transaction failed";
    }

    private <T> T inTurn(Supplier<T> transaction) {
        if (dialect != SQLDialect.H2) {
            return transaction.get();
        }
        takeTurn();
        try {
            return transaction.get();
        } finally {
            embeddedTurn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!embeddedTurn.tryLock(WRITE_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreException("the transactions before this one took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted before writing", e);
        }
    }

    /// For one query: it sees whole transactions by itself.
    <T> T read(Function<DSLContext, T> query) {
        return run(Connection.TRANSACTION_READ_COMMITTED, query);
    }

    /// For several queries that must see the same moment.
    <T> T readTogether(Function<DSLContext, T> queries) {
        return inTurn(() -> run(Connection.TRANSACTION_REPEATABLE_READ, queries));
    }

    /// While nobody else writes, or sees several queries as one moment.
    <T> T alone(Function<DSLContext, T> work) {
        refuseIfHindered();
        return inTurn(() -> run(Connection.TRANSACTION_READ_COMMITTED, work));
    }

    private <T> T run(int isolation, Function<DSLContext, T> statements) {
        return run(upkeep.beforeUse(), isolation, statements);
    }

    private <T> T run(long opening, int isolation, Function<DSLContext, T> statements) {
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
            upkeep.failed(e, opening);
            throw new StoreException("no database connection became free in time", e);
        } catch (SQLException | DataAccessException | MVStoreException e) {
            upkeep.failed(e, opening);
            throw new StoreException("the database failed", e);
        }
    }
}
