package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Backups;
import dev.supie.adapter.out.backup.FolderBackup;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.administration.port.BackupRefusedException;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.bootstrap.cli.Version;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Backups of a running server (ADR 0027). There is one at a time, because each takes as much room
/// as the database; who does not take one away within [#ALONE_MAX] loses it to the next who asks.
final class BackupWiring implements Backups {

    static final Duration ALONE_MAX = Duration.ofMinutes(15);

    private static final String BUSY =
            "another backup is being made; try again when that one is done";

    private final JooqDatabase database;
    private final Path folder;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<BegunBackup> last = Optional.empty();

    /// @param time the real one
    BackupWiring(JooqDatabase database, Path folder, InstantSource time) {
        this.database = database;
        this.folder = folder;
        this.time = time;
    }

    @Override
    public Copy begin() throws BackupRefusedException {
        if (!lock.tryLock()) {
            throw new BackupRefusedException(BUSY);
        }
        try {
            Instant now = time.instant();
            if (last.filter(each -> each.isWaitedFor(now)).isPresent()) {
                throw new BackupRefusedException(BUSY);
            }
            last.ifPresent(BegunBackup::drop);
            BegunBackup begun =
                    new BegunBackup(
                            FolderBackup.of(folder, database::copyTo), Version.current(), now);
            last = Optional.of(begun);
            return begun;
        } catch (IOException failure) {
            throw new StoreException("the data folder cannot be copied", failure);
        } finally {
            lock.unlock();
        }
    }
}
