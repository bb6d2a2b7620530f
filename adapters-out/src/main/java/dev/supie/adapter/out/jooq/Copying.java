package dev.supie.adapter.out.jooq;

import dev.supie.application.administration.port.BackupRefusedException;

import java.io.IOException;
import java.io.OutputStream;

/// How a database is copied while it is in use.
@FunctionalInterface
interface Copying {

    Copying ELSEWHERE =
            _ -> {
                throw new BackupRefusedException(DatabaseLocation.Server.BACKED_UP_THERE);
            };

    /// @return the version of its tables
    String copyTo(OutputStream to) throws BackupRefusedException, IOException;
}
