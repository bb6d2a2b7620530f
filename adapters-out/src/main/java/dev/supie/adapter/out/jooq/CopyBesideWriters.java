package dev.supie.adapter.out.jooq;

import dev.supie.application.administration.port.BackupRefusedException;

import org.jooq.DSLContext;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Copies the embedded database between two writes: the copy takes the turn of a write, so that
/// none runs beside it (ADR 0027). It goes to the disk of the data folder, which must have room for
/// it.
final class CopyBesideWriters implements Copying {

    /// Writers wait for so long at most. They would fail after [Transactions#WRITE_WAIT_MAX], which
    /// the copy must never make them do.
    static final Duration HOLD_MAX = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final Path file;
    private final DiskRoom room;
    private final InstantSource steady;

    /// @param file what H2 writes
    CopyBesideWriters(Transactions transactions, Path file, DiskRoom room, InstantSource steady) {
        this.transactions = transactions;
        this.file = file;
        this.room = room;
        this.steady = steady;
    }

    @Override
    public String copyTo(OutputStream to) throws BackupRefusedException, IOException {
        Optional<String> shortage = room.shortageFor(Files.size(file));
        if (shortage.isPresent()) {
            throw new BackupRefusedException(shortage.get());
        }
        try {
            return transactions.alone(sql -> copied(sql, to));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof HurriedOutput.LateException) {
                throw new BackupRefusedException(
                        "copying the database would hold up everybody for more than "
                                + HOLD_MAX.toSeconds()
                                + " s; stop the server and make the backup then");
            }
            throw e.getCause();
        }
    }

    private String copied(DSLContext sql, OutputStream to) {
        OutputStream hurried = new HurriedOutput(to, steady, steady.instant().plus(HOLD_MAX));
        return sql.connectionResult(
                connection -> {
                    try {
                        return EmbeddedCopy.write(connection, hurried);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
