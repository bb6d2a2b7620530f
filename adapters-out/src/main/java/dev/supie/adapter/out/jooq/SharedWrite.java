package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.StoreException;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/// A write that shares its transaction with others, and what came of it.
final class SharedWrite<T> {

    private final Function<DSLContext, T> statements;
    private final CompletableFuture<Boolean> leads = new CompletableFuture<>();
    private Supplier<T> result =
            () -> {
                throw new IllegalStateException("nobody has run this write");
            };

    SharedWrite(Function<DSLContext, T> statements) {
        this.statements = statements;
    }

    /// Completed when its caller need not wait any more: true if he is to run it himself.
    CompletableFuture<Boolean> leads() {
        return leads;
    }

    /// Runs the statements. What they throw undoes them alone, and goes to the caller.
    ///
    /// @throws DataAccessException if nobody knows any more what is in the transaction
    void run(DSLContext sql) {
        Savepoint before = sql.connectionResult(connection -> connection.setSavepoint());
        try {
            T value = statements.apply(sql);
            result = () -> value;
        } catch (DataAccessException e) {
            undo(sql, before, new StoreException("the database failed", e));
        } catch (RuntimeException e) {
            undo(sql, before, e);
        }
    }

    private void undo(DSLContext sql, Savepoint before, RuntimeException reason) {
        sql.connection(connection -> connection.rollback(before));
        fail(reason);
    }

    /// Whatever it was, nobody knows of it as committed.
    void fail(RuntimeException reason) {
        result =
                () -> {
                    throw reason;
                };
    }

    T result() {
        return result.get();
    }
}
