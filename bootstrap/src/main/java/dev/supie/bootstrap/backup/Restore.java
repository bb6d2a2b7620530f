package dev.supie.bootstrap.backup;

import dev.supie.adapter.out.backup.BackupFile;
import dev.supie.adapter.out.backup.BackupUnusableException;
import dev.supie.adapter.out.backup.FolderRestore;
import dev.supie.adapter.out.backup.Manifest;
import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.bootstrap.cli.RunningServer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Makes a data folder out of a backup. Its database is opened once before the folder gets its
/// name: so it is known to be one, has the tables of this program, and badges will see that their
/// inboxes are older than what they remember (ADR 0018).
public final class Restore {

    private static final int FAILED = 1;

    private Restore() {}

    /// Gives the exit status.
    ///
    /// @param err is told why it is not 0
    public static int make(Path file, RunningServer server, PrintWriter out, PrintWriter err) {
        if (server.config().data().url().isPresent()) {
            err.println("supie: " + DatabaseLocation.Server.BACKED_UP_THERE);
            return FAILED;
        }
        try (BackupFile backup = BackupFile.open(file)) {
            FolderRestore.restore(backup, server.dataFolder(), Restore::makeReady);
            Manifest manifest = backup.manifest();
            out.println(
                    "restored "
                            + server.dataFolder()
                            + " as it was at "
                            + manifest.made()
                            + ", saved by supie "
                            + manifest.supie());
            return 0;
        } catch (BackupUnusableException | DatabaseOpenException | StoreException failure) {
            err.println("supie: " + failure.getMessage());
        } catch (IOException failure) {
            err.println("supie: a file cannot be read or written: " + failure);
        }
        return FAILED;
    }

    private static void makeReady(Path folder) throws DatabaseOpenException {
        try (JooqDatabase database = JooqDatabase.open(new DatabaseLocation.Folder(folder))) {
            database.markRestored();
        }
    }
}
