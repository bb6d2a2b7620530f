package dev.supie.adapter.out.jooq;

import com.zaxxer.hikari.HikariDataSource;

import dev.supie.application.administration.port.BackupRefusedException;
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

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// The database with everything kept in it, from [#open] to [#close].
///
/// In a folder of this machine a commit that was answered survives a kill of the process (ADR 0003)
/// and a loss of power (ADR 0035). Safe for use by many threads.
public final class JooqDatabase implements AutoCloseable {

    private static final Logger LOG = System.getLogger(JooqDatabase.class.getName());

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final Copying copying;
    private final Runnable hurry;
    private final Runnable release;

    /// @param hurry ends what the pool would have to wait for
    /// @param release gives up what is held beside the pool, after it
    private JooqDatabase(
            HikariDataSource pool,
            Transactions transactions,
            Copying copying,
            Runnable hurry,
            Runnable release) {
        this.pool = pool;
        this.transactions = transactions;
        this.copying = copying;
        this.hurry = hurry;
        this.release = release;
    }

    /// The same with the machine's clock, for who does not care.
    public static JooqDatabase open(DatabaseLocation location) throws DatabaseOpenException {
        return open(location, InstantSource.system());
    }

    /// Claims the folder or reaches the server, and brings the tables up to date.
    ///
    /// @param steady says when to look again after a database that closed itself
    public static JooqDatabase open(DatabaseLocation location, InstantSource steady)
            throws DatabaseOpenException {
        return switch (location) {
            case DatabaseLocation.Folder folder -> openFolder(folder.path(), steady);
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

    /// Everything that was stored before this call, as one file of the embedded database. Writing
    /// waits meanwhile, [CopyBesideWriters#HOLD_MAX] at most.
    ///
    /// @param to on the disk of the data folder
    /// @return the version of its tables
    /// @throws BackupRefusedException if it is on a server, too large, or there is no room
    /// @throws IOException if `to` throws it
    /// @throws StoreException if the database fails
    public String copyTo(OutputStream to) throws BackupRefusedException, IOException {
        return copying.copyTo(to);
    }

    /// Lets badges see that their inboxes are older than what they remember of them (PEER-7, ADR
    /// 0018).
    public void markRestored() {
        transactions.write(sql -> sql.execute("DELETE FROM peer_epoch"));
    }

    /// Whether the database answers a query now, and may be written to. Waits at most
    /// [ConnectionPools#WAIT_MAX] for a connection.
    public boolean isHealthy() {
        try {
            return transactions.obstacle().isEmpty()
                    && transactions.read(sql -> sql.selectOne().fetchOne() != null);
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "the database does not answer", e);
            return false;
        }
    }

    /// Gives up the connections and the folder. Calls that are under way may fail with
    /// [StoreException].
    @Override
    public void close() {
        hurry.run();
        pool.close();
        release.run();
    }

    private static JooqDatabase openFolder(Path path, InstantSource steady)
            throws DatabaseOpenException {
        DataFolder folder = DataFolder.claim(path);
        try {
            return openIn(folder, steady);
        } catch (DatabaseOpenException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static JooqDatabase openIn(DataFolder folder, InstantSource steady)
            throws DatabaseOpenException {
        DatabaseAccess access = DatabaseAccess.embedded(folder.path());
        DiskRoom room = room(folder.path());
        EmbeddedUpkeep upkeep =
                new EmbeddedUpkeep(
                        access.connections()::getConnection,
                        firstConnection(access, folder.path(), room),
                        room,
                        steady);
        try {
            SchemaMigrations.migrate(access.connections(), room::shortage);
            HikariDataSource pool = ConnectionPools.open(upkeep.guarding(access));
            upkeep.forgetting(() -> ConnectionPools.forgetAll(pool));
            DatabaseAccess.bePatient(folder.path());
            Transactions transactions = new Transactions(pool, access.dialect(), upkeep);
            Path file = DatabaseAccess.file(folder.path());
            return new JooqDatabase(
                    pool,
                    transactions,
                    new CopyBesideWriters(transactions, file, room, steady),
                    () -> DatabaseAccess.hurry(folder.path()),
                    () -> {
                        upkeep.close();
                        folder.close();
                    });
        } catch (DatabaseOpenException | RuntimeException e) {
            upkeep.close();
            throw e;
        }
    }

    private static DiskRoom room(Path folder) throws DataFolderUnusableException {
        try {
            return DiskRoom.of(folder);
        } catch (IOException e) {
            throw new DataFolderUnusableException(folder, "it cannot be created or read", e);
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
        SchemaMigrations.migrate(access.connections(), Optional::empty);
        HikariDataSource pool = ConnectionPools.open(access);
        return new JooqDatabase(
                pool,
                new Transactions(pool, access.dialect(), Upkeep.ELSEWHERE),
                Copying.ELSEWHERE,
                () -> {},
                () -> {});
    }

    /// Opens the database of a folder as it is.
    static Connection firstConnection(Path folder) throws DatabaseOpenException {
        return firstConnection(DatabaseAccess.embedded(folder), folder, room(folder));
    }

    private static Connection firstConnection(DatabaseAccess access, Path folder, DiskRoom room)
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
                        new DataFolderUnusableException(
                                folder, room.shortage().orElse("its database cannot be opened"), e);
            };
        }
    }
}
