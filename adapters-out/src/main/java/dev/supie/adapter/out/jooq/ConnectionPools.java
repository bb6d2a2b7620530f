package dev.supie.adapter.out.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;

import org.h2.api.ErrorCode;

import java.sql.SQLException;
import java.time.Duration;

/// The connections that [Transactions] borrows.
final class ConnectionPools {

    /// H2 writes one commit at a time anyway; a PostgreSQL beside us is busy with as many.
    static final int CONNECTIONS_MAX = 8;

    /// How long a caller waits for a connection before it gets a
    /// [dev.supie.application.meeting.port.StoreException].
    static final Duration WAIT_MAX = Duration.ofSeconds(3);

    private static final Duration PROBE_TIME_MAX = Duration.ofSeconds(1);

    private ConnectionPools() {}

    /// Returns at once; connections are made when they are first needed.
    static HikariDataSource open(DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("supie");
        config.setDataSource(access.connections());
        config.setConnectionInitSql(access.sessionSetup());
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MAX.toMillis());
        config.setValidationTimeout(PROBE_TIME_MAX.toMillis());
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // The database was just opened, so there is nothing to find out by waiting for it here.
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new EvictAfterClose());
        return new HikariDataSource(config);
    }

    /// Gives up every connection: idle ones at once, those in use when they come back.
    static void forgetAll(HikariDataSource pool) {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /// H2 closes itself when it cannot write. A new connection opens it again, if the old ones are
    /// given up; the pool does not know H2's codes for it.
    private static final class EvictAfterClose implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException exception) {
            return switch (exception.getErrorCode()) {
                case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN ->
                        Override.MUST_EVICT;
                default -> Override.CONTINUE_EVICT;
            };
        }
    }
}
