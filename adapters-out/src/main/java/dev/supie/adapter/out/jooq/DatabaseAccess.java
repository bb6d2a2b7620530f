package dev.supie.adapter.out.jooq;

import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

import java.nio.file.Path;
import java.time.Duration;

import javax.sql.DataSource;

/// How to reach one database: new connections, the SQL it speaks, and the limits of every
/// statement.
///
/// @param sessionSetup run once on each pooled connection
record DatabaseAccess(DataSource connections, SQLDialect dialect, String sessionSetup) {

    /// A row that another step of the same meeting holds is free again after one commit.
    private static final Duration LOCK_WAIT_MAX = Duration.ofSeconds(3);

    private static final Duration STATEMENT_TIME_MAX = Duration.ofSeconds(10);

    private static final int SERVER_CONNECT_SECONDS_MAX = 5;

    /// A server that went away without a word is noticed after this; longer than any statement.
    private static final int SERVER_SILENCE_SECONDS_MAX = 30;

    /// The page cache; H2 would otherwise take 64 MiB for each GiB of heap. Every commit puts new
    /// pages into it that are old a moment later, and what is in it when the young generation is
    /// cleared is copied: with 8 MiB that took twice as long. What falls out of it is in the page
    /// cache of the machine.
    private static final int CACHE_KIB = 1024;

    /// Statements that H2 keeps for each connection. With its usual 8 it would read the dozen of a
    /// round of peer messages anew each time.
    private static final int STATEMENTS_KEPT = 64;

    private static final String FILE_NAME = "supie";

    /// ADR 0003 and 0035 say what each setting is for:
    /// - `direct:` and `async:` do not use a channel that an interrupted thread closes. With H2's
    ///   ordinary one, a single interrupt during a write closes the database for everybody.
    /// - `patient:` waits while the disk is full (ADR 0028), and seals each commit ([SealedFile]).
    /// - `WRITE_DELAY=0` writes each commit before it returns.
    /// - `RETENTION_TIME`: H2 does not write over anything by itself ([SpaceReuse]).
    /// - `DB_CLOSE_ON_EXIT=FALSE`: the program has its own order of shutting down.
    static DatabaseAccess embedded(Path folder) {
        return embedded(PatientFilePath.prefix(), folder);
    }

    /// What H2 keeps everything in.
    static Path file(Path folder) {
        return folder.resolve(FILE_NAME + ".mv.db");
    }

    /// Writes wait for room from now on, instead of failing.
    static void bePatient(Path folder) {
        PatientFilePath.beginToWait(folder.resolve(FILE_NAME));
    }

    /// Writes that wait for room fail now, because the database is about to be closed.
    static void hurry(Path folder) {
        PatientFilePath.giveUp(folder.resolve(FILE_NAME));
    }

    /// @param prefix says how H2 treats its files
    static DatabaseAccess embedded(String prefix, Path folder) {
        var connections = new JdbcDataSource();
        connections.setURL(
                "jdbc:h2:"
                        + prefix
                        + folder.resolve(FILE_NAME)
                        + ";WRITE_DELAY=0;RETENTION_TIME="
                        + SpaceReuse.KEEP_ALL
                        + ";DB_CLOSE_ON_EXIT=FALSE"
                        + ";CACHE_SIZE="
                        + CACHE_KIB
                        + ";QUERY_CACHE_SIZE="
                        + STATEMENTS_KEPT
                        + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        connections.setUser("sa");
        return new DatabaseAccess(
                connections,
                SQLDialect.H2,
                "SET LOCK_TIMEOUT %d; SET QUERY_TIMEOUT %d"
                        .formatted(LOCK_WAIT_MAX.toMillis(), STATEMENT_TIME_MAX.toMillis()));
    }

    /// Limits come first, so that whoever runs the server can change them in the URL.
    ///
    /// @throws IllegalArgumentException if the URL is not one of PostgreSQL
    static DatabaseAccess server(DatabaseLocation.Server server) {
        var connections = new PGSimpleDataSource();
        connections.setApplicationName("supie");
        connections.setConnectTimeout(SERVER_CONNECT_SECONDS_MAX);
        connections.setLoginTimeout(SERVER_CONNECT_SECONDS_MAX);
        connections.setSocketTimeout(SERVER_SILENCE_SECONDS_MAX);
        connections.setTcpKeepAlive(true);
        connections.setURL(server.url());
        connections.setUser(server.user());
        connections.setPassword(server.password());
        return new DatabaseAccess(
                connections,
                SQLDialect.POSTGRES,
                "SET lock_timeout = %d; SET statement_timeout = %d"
                        .formatted(LOCK_WAIT_MAX.toMillis(), STATEMENT_TIME_MAX.toMillis()));
    }
}
