package dev.supie.adapter.in.http;

import dev.supie.application.administration.port.BackupRefusedException;
import dev.supie.application.meeting.port.StoreException;

import java.io.IOException;
import java.io.OutputStream;

/// Copies of all that the server keeps, made while it runs. Safe for use by many threads, but there
/// is one backup at a time.
@FunctionalInterface
public interface Backups {

    /// Everything as it is at one moment within this call: what was acknowledged before is in it.
    ///
    /// @throws BackupRefusedException if there can be none, or not now
    /// @throws StoreException if the store fails
    Copy begin() throws BackupRefusedException;

    /// A backup that waits to be written out. It takes room until that has been done.
    interface Copy {

        /// What its file may be called.
        String name();

        /// Once, however slow `out` is; then it is gone.
        ///
        /// @throws IOException if it could not be read or written to its end
        void writeTo(OutputStream out) throws IOException;
    }
}
