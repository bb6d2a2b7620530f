package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.StoreException;

import org.h2.api.ErrorCode;
import org.h2.engine.Database;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps the embedded database open, and opens it again after it has ended, because its file could
/// not be read or written (ADR 0028). Until that succeeds, whoever wants something fails at once
/// instead of waiting for a connection, and one of them tries, at most once in [#TRIES_SPACING].
///
/// It holds one connection beside the pool: H2 closes a database with its last connection, and the
/// pool renews its own. Safe for use by many threads.
final class EmbeddedUpkeep implements Upkeep, AutoCloseable {

    static final Duration TRIES_SPACING = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(EmbeddedUpkeep.class.getName());

    /// What H2 says when it has closed itself, or when its file cannot be read or written; and that
    /// it is open already. A session of a database that was given up takes the one that was opened
    /// since off H2's list when it ends, which H2 keeps by name, so a further connection finds the
    /// file locked by its own process.
    private static final Set<Integer> ENDS =
            Set.of(
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.DATABASE_ALREADY_OPEN_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2);

    /// What the part of H2 says that works on the file.
    private static final Set<Integer> FILE_ENDS =
            Set.of(
                    DataUtils.ERROR_READING_FAILED,
                    DataUtils.ERROR_WRITING_FAILED,
                    DataUtils.ERROR_CLOSED,
                    DataUtils.ERROR_FILE_CORRUPT);

    private final Opening database;
    private final DiskRoom room;
    private final InstantSource time;
    private final SpaceReuse space;
    private final ReentrantLock lock = new ReentrantLock();
    private Runnable forgetPooled = () -> {};
    private volatile Connection held;
    private Instant nextTry = Instant.MIN;
    private volatile Throwable lastFailure = new SQLException("not tried yet");
    private volatile boolean closedItself;

    /// Counts how often the database was opened.
    private final AtomicLong opening = new AtomicLong();

    /// Nobody opens it any more; guarded by the lock.
    private boolean ended;

    /// Opens the database if it is closed.
    @FunctionalInterface
    interface Opening {

        Connection connection() throws SQLException;
    }

    /// @param first keeps the database open from now on
    /// @param time runs steadily
    EmbeddedUpkeep(Opening database, Connection first, DiskRoom room, InstantSource time) {
        this.database = database;
        this.held = first;
        this.room = room;
        this.time = time;
        this.space = new SpaceReuse(time);
        reuseSpace(first);
    }

    /// Before there is anything to forget.
    ///
    /// @param forgetPooled makes a pool give up connections to a database that has closed itself
    void forgetting(Runnable forgetPooled) {
        this.forgetPooled = forgetPooled;
    }

    @Override
    public long beforeUse() {
        if (closedItself && !isOpenAgain()) {
            throw new StoreException(
                    obstacle().orElse("the database has failed and is not open again yet"),
                    lastFailure);
        }
        return opening.get();
    }

    /// The same way to the database, for a pool: only this opens it again.
    DatabaseAccess guarding(DatabaseAccess access) {
        return new DatabaseAccess(
                new UsableSource(access.connections(), () -> !closedItself),
                access.dialect(),
                access.sessionSetup());
    }

    @Override
    public Optional<String> obstacle() {
        return room.shortage();
    }

    /// A disk that cannot say so has failed, as one that cannot write: which of the last commits it
    /// has is only known after the file was read again.
    @Override
    public void sync(long writtenOpening) {
        try {
            MVStore store = EmbeddedSession.store(held);
            store.getFileStore().sync();
            // H2 does not sync a file that it has closed, and does not say so.
            if (store.isClosed() || writtenOpening != opening.get()) {
                throw new StoreException("the database failed", lastFailure);
            }
            space.decide(store);
        } catch (SQLException | MVStoreException e) {
            failed(e, writtenOpening);
            throw new StoreException("the database failed", e);
        }
    }

    /// A write that failed half-way leaves H2 open but useless: whatever is asked of it next may
    /// never return. So it is asked nothing more.
    @Override
    public void failed(Throwable cause, long failedOpening) {
        if (!isEnd(cause)) {
            return;
        }
        lock.lock();
        try {
            if (!ended && !closedItself && failedOpening == opening.get()) {
                closedItself = true;
                nextTry = Instant.MIN;
                lastFailure = cause;
                LOG.log(Level.ERROR, "the database has failed and will be opened again", cause);
                closeAtOnce(held);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isEnd(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if ((cause instanceof SQLException sql && ENDS.contains(sql.getErrorCode()))
                    || (cause instanceof MVStoreException file
                            && FILE_ENDS.contains(file.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    /// Without a statement, and without writing anything.
    private static void closeAtOnce(Connection connection) {
        try {
            Database database = EmbeddedSession.database(connection);
            database.shutdownImmediately();
            // A store that has given up by itself counts as closed, but holds its file's lock.
            database.getStore().getMvStore().getFileStore().close();
        } catch (SQLException | DbException | MVStoreException e) {
            LOG.log(Level.DEBUG, "the database was closed before", e);
        }
    }

    /// One caller tries; the others need not wait for it to know that it is closed.
    private boolean isOpenAgain() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            return !closedItself || reopened();
        } finally {
            lock.unlock();
        }
    }

    private boolean reopened() {
        Instant now = time.instant();
        if (ended || now.isBefore(nextTry)) {
            return false;
        }
        nextTry = now.plus(TRIES_SPACING);
        // Those that are left would be handed out, and fail, one after the other.
        forgetPooled.run();
        closeQuietly(held);
        try {
            held = database.connection();
            reuseSpace(held);
        } catch (SQLException e) {
            lastFailure = e;
            return false;
        }
        // Before anybody can take a connection to it.
        opening.incrementAndGet();
        closedItself = false;
        LOG.log(Level.INFO, "the database is open again");
        return true;
    }

    private void reuseSpace(Connection connection) {
        try {
            space.begin(EmbeddedSession.store(connection));
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the database is closed again", e);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the database was closed before", e);
        }
    }

    /// Every commit is on disk already, so there is nothing to save.
    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            held.close();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "the database was not closed in order", e);
        } finally {
            lock.unlock();
        }
    }
}
