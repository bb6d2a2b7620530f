package dev.supie.adapter.out.backup;

import dev.supie.application.administration.port.BackupRefusedException;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a database down as it is at one moment.
@FunctionalInterface
public interface DatabaseCopy {

    /// @param to on the disk of the data folder
    /// @return the version of its tables
    /// @throws BackupRefusedException if it cannot be done, or not now
    /// @throws IOException if `to` throws it
    String writeTo(OutputStream to) throws BackupRefusedException, IOException;
}
