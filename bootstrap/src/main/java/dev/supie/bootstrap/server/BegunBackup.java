package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.Backups;
import dev.supie.adapter.out.backup.FolderBackup;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A backup that somebody takes away.
final class BegunBackup implements Backups.Copy {

    private static final System.Logger LOG = System.getLogger(BegunBackup.class.getName());

    private final FolderBackup backup;
    private final String version;
    private final Instant made;
    private volatile boolean gone;

    /// @param version of this program
    BegunBackup(FolderBackup backup, String version, Instant made) {
        this.backup = backup;
        this.version = version;
        this.made = made;
    }

    @Override
    public String name() {
        String moment = made.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
        return "supie-backup-" + moment + ".zip";
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            backup.writeTo(out, version, made);
        } finally {
            drop();
        }
    }

    boolean isWaitedFor(Instant now) {
        return !gone && now.isBefore(made.plus(BackupWiring.ALONE_MAX));
    }

    /// Gives its room back. Whoever still reads it is broken off.
    void drop() {
        gone = true;
        try {
            backup.close();
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "a backup was not given up in order", failure);
        }
    }
}
