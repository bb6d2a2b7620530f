package dev.supie.adapter.out.jooq;

import com.zaxxer.hikari.HikariDataSource;

import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.application.enrolment.port.DeviceStore;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.task.port.TaskStore;
import dev.supie.application.webhook.port.Outbox;

import org.h2.api.ErrorCode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/// The database with everything kept in it, from [#open] to [#close].
///
/// In a folder of this machine a commit that was answered survives a kill of the process; a power
/// loss may take the last moments (ADR 0003). Safe for use by many threads.
public final class JooqDatabase implements AutoCloseable {

    private static final Logger LOG = System.getLogger(JooqDatabase.class.getName());

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final Runnable release;

    /// @param release gives up what is held beside the pool, after it
    private JooqDatabase(HikariDataSource pool, Transactions transactions, Runnable release) {
        this.pool = pool;
        this.transactions = transactions;
        this.release = release;
    }

    /// Claims the folder or reaches the server, and brings the tables up to date.
    public static JooqDatabase open(DatabaseLocation location) throws DatabaseOpenException {
        return switch (location) {
            case DatabaseLocation.Folder folder -> openFolder(folder.path());
            case DatabaseLocation.Server server -> openServer(server);
        };
    }

    public MeetingStore meetings() {
        return new JooqMeetingStore(transactions);
    }

    public MeetingArchive archive() {
        return new JooqMeetingArchive(transactions);
    }

    public MeetingDisposal disposal() {
        return new JooqMeetingDisposal(transactions);
    }

    public DeviceStore devices() {
        return new JooqDeviceStore(transactions);
    }

    public TaskStore tasks() {
        return new JooqTaskStore(transactions);
    }

    public Outbox outbox() {
        return new JooqOutbox(transactions);
    }

    public PeerStore peers() {
        return new JooqPeerStore(transactions);
    }

    public MemoryStore memories() {
        return new JooqMemoryStore(transactions);
    }

    /// Whether the database answers a query now. Waits at most [ConnectionPools#WAIT_MAX] for a
    /// connection.
    public boolean isHealthy() {
        try {
            return transactions.read(sql -> sql.selectOne().fetchOne() != null);
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "the database does not answer", e);
            return false;
        }
    }

    /// Gives up the connections and the folder. Calls that are under way may fail with
    /// [StoreException].
    @Override
    public void close() {
        pool.close();
        release.run();
    }

    private static JooqDatabase openFolder(Path path) throws DatabaseOpenException {
        DataFolder folder = DataFolder.claim(path);
        try {
            return openIn(folder);
        } catch (DatabaseOpenException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static JooqDatabase openIn(DataFolder folder) throws DatabaseOpenException {
        DatabaseAccess access = DatabaseAccess.embedded(folder.path());
        // Stays open beside the pool: H2 closes a database with its last connection, and the pool
        // renews its own.
        Connection first = firstConnection(access, folder.path());
        try {
            return migrated(
                    access,
                    () -> {
                        closeDatabase(first);
                        folder.close();
                    });
        } catch (DatabaseOpenException | RuntimeException e) {
            closeDatabase(first);
            throw e;
        }
    }

    private static JooqDatabase openServer(DatabaseLocation.Server server)
            throws DatabaseOpenException {
        DatabaseAccess access;
        try {
            access = DatabaseAccess.server(server);
        } catch (IllegalArgumentException e) {
            // The cause would repeat the URL, which may have a password in it.
            throw new DatabaseUnavailableException(
                    "data.url is not a PostgreSQL address of the form"
                            + " jdbc:postgresql://host:port/name",
                    null);
        }
        try (Connection first = access.connections().getConnection()) {
            LOG.log(Level.DEBUG, () -> "reached the database server " + first);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "the database server of data.url cannot be used: " + e.getMessage(), e);
        }
        return migrated(access, () -> {});
    }

    private static JooqDatabase migrated(DatabaseAccess access, Runnable release)
            throws SchemaUnusableException {
        SchemaMigrations.migrate(access.connections());
        HikariDataSource pool = ConnectionPools.open(access);
        return new JooqDatabase(pool, new Transactions(pool, access.dialect()), release);
    }

    private static Connection firstConnection(DatabaseAccess access, Path folder)
            throws DatabaseOpenException {
        if (folder.toString().contains(";")) {
            // H2 would take the rest of the path for settings and has no way to escape it.
            throw new DataFolderUnusableException(folder, "its path contains a semicolon", null);
        }
        try {
            return access.connections().getConnection();
        } catch (SQLException e) {
            throw switch (e.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                        new DataFolderInUseException(folder, OptionalLong.empty(), e);
                case ErrorCode.FILE_VERSION_ERROR_1 ->
                        new DataFolderUnusableException(
                                folder, "its database is of another kind or version", e);
                case ErrorCode.FILE_CORRUPTED_1 ->
                        new DataFolderUnusableException(
                                folder, "its database is damaged; restore a backup", e);
                default ->
                        new DataFolderUnusableException(folder, "its database cannot be opened", e);
            };
        }
    }

    private static void closeDatabase(Connection last) {
        try {
            last.close();
        } catch (SQLException e) {
            // Every commit is on disk already, so there is nothing left to save.
            LOG.log(Level.WARNING, "the database was not closed in order", e);
        }
    }
}
